package chat.parley.desktop.viewmodel;

import chat.parley.model.Release;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a server has a newer app than this one to take, once for each version. That is all: no
 * server keeps an app out for its age. FX thread.
 */
final class NewerApp {
  private final Optional<Release> own;
  private final Consumer<Toast> toasts;
  private String told = "";

  /**
   * @param own empty in a development tree, where nothing is newer
   */
  NewerApp(Optional<Release> own, Consumer<Toast> toasts) {
    this.own = own;
    this.toasts = toasts;
  }

  /** The version of this program. */
  static Optional<Release> thisOne() {
    return Optional.ofNullable(written()).flatMap(Release::parse);
  }

  /** As the build wrote it; null in a development tree. */
  static @Nullable String written() {
    return NewerApp.class.getPackage().getImplementationVersion();
  }

  /**
   * @param app what the server has; empty when it has none
   * @param open goes to where it can be taken
   */
  void heard(String app, Runnable open) {
    Optional<Release> there = Release.parse(app);
    if (own.isEmpty() || there.isEmpty() || app.equals(told)) {
      return;
    }
    told = app;
    if (there.get().isNewerThan(own.get())) {
      toasts.accept(new Toast(Texts.of("app.newer", app), Texts.of("toast.open"), open));
    }
  }
}
