package chat.parley.desktop.viewmodel;

import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.protocol.ErrorCode;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of the connection: nothing at all as long as it works, and nothing of a break
 * that is over within a second.
 *
 * <pre>
 * not live for 0-1 s   nothing
 *              1-5 s   "Reconnecting…" in the me card
 *              more    a banner with "Retry now"
 * live after a banner  "Back online" for 2 s
 * refused              a banner with what helps, at once
 * another version      the same, which leads to an app that fits
 * another key          the same, and a page that asks about it
 * no encryption more   a banner that says what to do
 * </pre>
 */
public final class LinkModel {
  static final Duration QUIET = Duration.ofSeconds(1);
  static final Duration PATIENT = Duration.ofSeconds(5);
  static final Duration WELCOME_BACK = Duration.ofSeconds(2);

  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyObjectWrapper<@Nullable Banner> banner =
      new ReadOnlyObjectWrapper<>(this, "banner");
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live");

  private final FxThread fx;
  private final Supplier<String> serverName;
  private Runnable stopTimers = () -> {};
  private Runnable action = () -> {};
  private Runnable retry = () -> {};
  private Runnable logInAgain = () -> {};
  private Runnable getApp = () -> {};

  /** Asks whether another key is to be believed; null when the server has the one that is known. */
  private @Nullable Runnable askAboutKey;

  /** Whether the timers of the present break are running or over. */
  private boolean broken;

  /** Whether nothing is said because the server is not encrypted any more. */
  private boolean withheld;

  private boolean wasLive;
  private int sent;

  LinkModel(FxThread fx, Supplier<String> serverName) {
    this.fx = fx;
    this.serverName = serverName;
  }

  /** For the me card, with a spinner: "Reconnecting…"; empty when there is nothing to say. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Null when there is none. */
  public ReadOnlyObjectProperty<@Nullable Banner> bannerProperty() {
    return banner.getReadOnlyProperty();
  }

  /** Whether what is shown is up to date. */
  public ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** Does what the banner's button says. */
  public void act() {
    action.run();
  }

  /**
   * A session begins.
   *
   * @param onRetry connects without waiting
   * @param onLogInAgain goes back to the first screen
   * @param onGetApp shows where there is an app that fits the server
   */
  void attach(Runnable onRetry, Runnable onLogInAgain, Runnable onGetApp) {
    detach();
    getApp = onGetApp;
    retry = onRetry;
    logInAgain = onLogInAgain;
  }

  void detach() {
    clear();
    live.set(false);
    wasLive = false;
    sent = 0;
    askAboutKey = null;
    withheld = false;
  }

  /** Whether nothing is said because the server is not encrypted any more. */
  void withhold(boolean now) {
    withheld = now;
    if (broken && banner.get() != null) {
      warn();
    }
  }

  /**
   * @param ask asks about the key of whoever answers; null when it is the one that is known
   */
  void askAboutKey(@Nullable Runnable ask) {
    askAboutKey = ask;
  }

  void onLink(Link link) {
    live.set(link.state() == LinkState.LIVE);
    switch (link.state()) {
      case IDLE -> clear();
      case CONNECTING, GREETING, CATCHING_UP, WAITING -> lost();
      case LIVE -> back();
      case REFUSED -> refused(link);
    }
  }

  /** A message of mine reached the server. */
  void onSent() {
    sent++;
    if (showing(Banner.Kind.SUCCESS)) {
      banner.set(backOnline());
    }
  }

  private void lost() {
    if (broken) {
      return;
    }
    clear();
    broken = true;
    sent = 0;
    Runnable stopStatus =
        fx.after(
            QUIET, () -> status.set(Texts.of(wasLive ? "link.reconnecting" : "link.connecting")));
    Runnable stopBanner = fx.after(PATIENT, this::warn);
    stopTimers =
        () -> {
          stopStatus.run();
          stopBanner.run();
        };
  }

  private void warn() {
    status.set("");
    action = retry;
    banner.set(
        withheld
            ? new Banner(
                Banner.Kind.DANGER,
                Texts.of("link.withheld", serverName.get()),
                Texts.of("link.retry"))
            : new Banner(
                Banner.Kind.WARNING,
                Texts.of("link.lost", serverName.get()),
                Texts.of("link.retry")));
  }

  private void back() {
    boolean warned = showing(Banner.Kind.WARNING) || showing(Banner.Kind.DANGER);
    clear();
    wasLive = true;
    if (warned) {
      banner.set(backOnline());
      stopTimers = fx.after(WELCOME_BACK, this::clear);
    }
  }

  private Banner backOnline() {
    return new Banner(Banner.Kind.SUCCESS, Texts.of("link.back", sent), null);
  }

  private void refused(Link link) {
    clear();
    if (askAboutKey != null) {
      action = askAboutKey;
      banner.set(
          new Banner(
              Banner.Kind.DANGER,
              Texts.of("link.key.changed", serverName.get()),
              Texts.of("link.key.compare")));
      return;
    }
    ErrorCode code = link.code();
    if (code == ErrorCode.UNSUPPORTED) {
      action = getApp;
      banner.set(
          new Banner(
              Banner.Kind.DANGER,
              Texts.of("link.other.version", serverName.get()),
              Texts.of("link.get.app")));
      return;
    }
    boolean who =
        code == ErrorCode.BAD_TOKEN
            || code == ErrorCode.NAME_TAKEN
            || code == ErrorCode.BAD_NAME
            || code == ErrorCode.NOT_LOGGED_IN
            || code == ErrorCode.FORBIDDEN;
    action = who ? logInAgain : retry;
    banner.set(
        new Banner(
            Banner.Kind.DANGER,
            why(link.problem(), code),
            Texts.of(who ? "link.log.in.again" : "link.try.again")));
  }

  private String why(@Nullable String problem, @Nullable ErrorCode code) {
    if (problem == null) {
      return Texts.of("link.refused", serverName.get());
    }
    return code == null
        ? Sentences.translated(problem, "link.refused", serverName.get())
        : Sentences.of(code, problem);
  }

  private void clear() {
    stopTimers.run();
    stopTimers = () -> {};
    broken = false;
    status.set("");
    banner.set(null);
    action = () -> {};
  }

  private boolean showing(Banner.Kind kind) {
    Banner now = banner.get();
    return now != null && now.kind() == kind;
  }
}
