package chat.parley.desktop.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Linux: a unit of this person's systemd that runs a server from the start of the computer on.
 * Methods wait for the disk and for other programs.
 */
public final class ServerUnit {
  private static final String SYSTEMCTL = "systemctl";
  private static final String LOGINCTL = "loginctl";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** So that turning it off takes back what turning it on has done, and nothing else. */
  private static final String EARLY_BY_US = "# Lingering was turned on for this.\n";

  private final Programs programs;
  private final Path file;
  private final Path data;

  private ServerUnit(Programs programs, Path units, Path data) {
    this.programs = programs;
    this.data = data;
    this.file = units.resolve("parley-server-" + mark(data) + ".service");
  }

  /** Two profiles are two servers. */
  private static String mark(Path data) {
    byte[] bytes = data.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString().substring(0, 8);
  }

  /**
   * The one of the server that keeps its data in that folder; empty where there is no systemd.
   *
   * @param data as an absolute path
   */
  public static Optional<ServerUnit> ofThisComputer(Path data) {
    Map<String, String> environment = System.getenv();
    return of(
        Os.current(),
        new RealPrograms(environment.getOrDefault("PATH", "")),
        Autostart.configFolder(environment, Path.of(System.getProperty("user.home"))),
        Path.of("/run/systemd/system"),
        data);
  }

  /**
   * @param sign is there where systemd runs the computer
   */
  static Optional<ServerUnit> of(Os os, Programs programs, Path config, Path sign, Path data) {
    boolean able = os == Os.LINUX && Files.isDirectory(sign) && programs.has(SYSTEMCTL);
    Path units = config.resolve("systemd").resolve("user");
    return able ? Optional.of(new ServerUnit(programs, units, data)) : Optional.empty();
  }

  boolean isOn() {
    return Files.exists(file);
  }

  /**
   * From the next start of the computer on; a server that runs now is left alone. Where the system
   * does not let a person's programs run before that person logs in, from then on.
   *
   * @param command the server's program by its whole path, and what that is told
   */
  void turnOn(List<String> command) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content(command));
    try {
      user("daemon-reload");
      user("enable", name());
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    if (!isEarly()) {
      letRunEarly(true);
    }
  }

  /**
   * The program may lie elsewhere than it did, after the app was moved; harmless when it is off.
   */
  void follow(List<String> command) throws IOException {
    if (!isOn()) {
      return;
    }
    String before = Files.readString(file);
    String now = content(command) + (before.contains(EARLY_BY_US) ? EARLY_BY_US : "");
    if (!now.equals(before)) {
      Files.writeString(file, now);
      user("daemon-reload");
    }
  }

  /** Harmless when it is off. */
  void turnOff() throws IOException {
    if (!isOn()) {
      return;
    }
    user("disable", name());
    boolean early = Files.readString(file).contains(EARLY_BY_US);
    Files.deleteIfExists(file);
    user("daemon-reload");
    if (early) {
      letRunEarly(false);
    }
  }

  /** The program that the system runs; empty while it runs none. */
  OptionalLong pid() throws IOException {
    if (!isOn()) {
      return OptionalLong.empty();
    }
    String said = user("show", "--property=MainPID", "--value", name()).strip();
    return said.matches("[1-9][0-9]{0,17}")
        ? OptionalLong.of(Long.parseLong(said))
        : OptionalLong.empty();
  }

  /** Whether it starts before anybody logs in. */
  boolean isEarly() throws IOException {
    if (!programs.has(LOGINCTL)) {
      return false;
    }
    Programs.Answer answer =
        programs.ask(
            List.of(LOGINCTL, "show-user", "--property=Linger", "--value", user()), "", PATIENCE);
    return answer.code() == 0 && answer.said().strip().equals("yes");
  }

  /** The system may refuse that, or ask for a password that nobody can type here. */
  private void letRunEarly(boolean now) throws IOException {
    if (!programs.has(LOGINCTL)) {
      return;
    }
    String verb = now ? "enable-linger" : "disable-linger";
    Programs.Answer answer =
        programs.ask(List.of(LOGINCTL, "--no-ask-password", verb), "", PATIENCE);
    if (now && answer.code() == 0) {
      Files.writeString(file, Files.readString(file) + EARLY_BY_US);
    }
  }

  private static String user() {
    return System.getProperty("user.name");
  }

  private String user(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(SYSTEMCTL, "--user"));
    command.addAll(List.of(arguments));
    return programs.run(command);
  }

  private String name() {
    return file.getFileName().toString();
  }

  private String content(List<String> command) {
    return """
        # Written by Parley, and removed by it: "Start with this computer".
        [Unit]
        Description=Parley, the server in %s
        After=network.target

        [Service]
        Type=exec
        UMask=0077
        ExecStart=%s
        # Java says 143 when SIGTERM ended it; the server has answered and stored everything by then.
        SuccessExitStatus=143
        TimeoutStopSec=30
        Restart=on-failure
        RestartSec=2

        [Install]
        WantedBy=default.target
        """
        .formatted(
            data.toString().replace("%", "%%"),
            command.stream().map(ServerUnit::quoted).collect(Collectors.joining(" ")));
  }

  /** A dollar sign begins a variable, a percent sign what systemd knows itself. */
  private static String quoted(String argument) {
    return '"'
        + argument
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("$", "$$")
            .replace("%", "%%")
        + '"';
  }
}
