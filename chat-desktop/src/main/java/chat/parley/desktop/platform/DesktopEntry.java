package chat.parley.desktop.platform;

import java.nio.file.Path;

/** Linux: an entry in the folder {@code autostart} of the person's settings. */
final class DesktopEntry extends StartFile {
  private final String launcher;

  DesktopEntry(Path configFolder, String launcher) {
    super(configFolder.resolve("autostart").resolve("parley.desktop"));
    this.launcher = launcher;
  }

  @Override
  String content() {
    return """
        [Desktop Entry]
        Type=Application
        Name=Parley
        Exec=%s
        Icon=parley
        Terminal=false
        X-GNOME-Autostart-enabled=true
        """
        .formatted(quoted(launcher));
  }

  /** Escaped twice, once as an argument and once as a value; a percent sign begins a field. */
  static String quoted(String path) {
    String argument = path.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%");
    return "\"" + argument.replace("\\", "\\\\") + "\"";
  }
}
