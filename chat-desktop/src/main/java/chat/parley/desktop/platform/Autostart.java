package chat.parley.desktop.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whether the system starts Parley when this person logs in. Methods may wait for the disk. */
public interface Autostart {
  boolean isOn() throws IOException;

  void turnOn() throws IOException;

  /** Harmless when it is off. */
  void turnOff() throws IOException;

  /**
   * How that is done here.
   *
   * @param launcher the program's own launcher; without one there is nothing to start
   */
  static Optional<Autostart> of(
      Os os,
      Map<String, String> environment,
      Path home,
      Optional<String> launcher,
      Programs programs) {
    return launcher.map(
        path ->
            switch (os) {
              case LINUX -> new DesktopEntry(configFolder(environment, home), path);
              case MAC -> new LaunchAgent(home, path);
              case WINDOWS -> new RunKey(programs, path);
            });
  }

  /** The base directory specification: a relative path is to be ignored. */
  static Path configFolder(Map<String, String> environment, Path home) {
    String said = environment.getOrDefault("XDG_CONFIG_HOME", "");
    return said.startsWith("/") ? Path.of(said) : home.resolve(".config");
  }
}
