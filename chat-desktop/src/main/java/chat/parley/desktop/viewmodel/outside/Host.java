package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.Invitation;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a server on this computer. Methods return at once and tell on the FX thread. */
public interface Host {
  /**
   * A server that runs here.
   *
   * @param own the way to it from this computer, whatever network that is on
   * @param setUpCode what makes its first account the owner; null once there is an owner
   */
  record Hosted(Invitation own, @Nullable String setUpCode) {}

  /** Tells whether one runs, of now or of an earlier start of the app. */
  void find(Consumer<Optional<Hosted>> found);

  /**
   * Starts one, unless it runs already.
   *
   * @param done it takes connections
   * @param failed one sentence for a person
   */
  void start(Consumer<Hosted> done, Consumer<String> failed);

  /**
   * Ends it; those who are on it are told.
   *
   * @param failed one sentence for a person
   */
  void stop(Runnable done, Consumer<String> failed);
}
