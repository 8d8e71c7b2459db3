package chat.parley.desktop.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * What a computer offers a program besides its window.
 *
 * @param autostart empty when there is nothing that could be started, as in a development tree
 * @param links empty where nothing has to be done so that links to servers are opened here
 */
public record Facilities(
    Notifications notifications,
    Tray tray,
    DockBadge dock,
    Chime chime,
    IdleClock idle,
    SecretStore secrets,
    Audio audio,
    Optional<Autostart> autostart,
    Optional<LinkEntry> links)
    implements AutoCloseable {

  /** As packages of Linux do it for everybody. */
  private static final Path INSTALLED = Path.of("/usr/share/applications/parley.desktop");

  /** A computer without any of it. */
  public static Facilities none() {
    return new Facilities(
        new NoNotifications("This computer shows no notifications."),
        Tray.NONE,
        DockBadge.NONE,
        Chime.NONE,
        IdleClock.UNKNOWN,
        SecretStore.NONE,
        Audio.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * This computer. Returns at once: what it has is found out at the first use.
   *
   * @param icon a file with the program's icon, for notifications; it may come later
   */
  public static Facilities ofThisComputer(Path icon) {
    Os os = Os.current();
    Map<String, String> environment = System.getenv();
    Programs programs = new RealPrograms(environment.getOrDefault("PATH", ""));
    // Only this thread starts or waits for Java's other window system.
    Executor other =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("parley-tray").factory());
    Tray tray = new AwtTray(other);
    Path home = Path.of(System.getProperty("user.home"));
    Optional<String> launcher = Optional.ofNullable(System.getProperty("jpackage.app-path"));
    return new Facilities(
        new FirstUse(() -> notifications(os, programs, icon.toString(), tray)),
        tray,
        os == Os.WINDOWS ? DockBadge.NONE : new TaskbarBadge(other),
        new TwoNotes(),
        idle(os, environment, programs),
        secrets(os, programs),
        new SystemAudio(),
        Autostart.of(os, environment, home, launcher, programs),
        LinkEntry.of(os, environment, home, launcher, programs, INSTALLED));
  }

  static Notifications notifications(Os os, Programs programs, String icon, Tray tray) {
    return switch (os) {
      case WINDOWS -> new BalloonNotifications(tray);
      case MAC -> new AppleScriptNotifications(programs);
      case LINUX -> {
        if (NotifySend.usable(programs)) {
          yield new NotifySend(programs, icon);
        }
        yield programs.has(Bus.GDBUS)
            ? new GdbusNotifications(programs, icon)
            : new NoNotifications("There is neither a notify-send that waits nor gdbus.");
      }
    };
  }

  /** On Windows there is no program for it that takes a secret from nowhere but its input. */
  static SecretStore secrets(Os os, Programs programs) {
    return switch (os) {
      case WINDOWS -> SecretStore.NONE;
      case MAC -> new Keychain(programs);
      case LINUX -> programs.has(LibSecret.PROGRAM) ? new LibSecret(programs) : SecretStore.NONE;
    };
  }

  static IdleClock idle(Os os, Map<String, String> environment, Programs programs) {
    return switch (os) {
      case WINDOWS -> new WindowsIdle();
      case MAC -> new MacIdle(programs);
      case LINUX -> {
        var clocks = new ArrayList<IdleClock>();
        // Under Wayland the X server sees only what is typed into programs of X11.
        if (environment.containsKey("DISPLAY") && !environment.containsKey("WAYLAND_DISPLAY")) {
          clocks.add(new XScreenIdle());
        }
        clocks.addAll(List.of(BusIdle.mutter(programs), BusIdle.screenSaver(programs)));
        yield IdleClock.firstOf(clocks);
      }
    };
  }

  @Override
  public void close() {
    notifications.close();
    tray.close();
  }
}
