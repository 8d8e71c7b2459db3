package chat.parley.desktop.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Linux: lets this person's links that begin with parley: be opened by an app that was not
 * installed but unpacked. Methods wait for the disk and for other programs.
 */
public final class LinkEntry {
  private static final String NAME = "parley-unpacked.desktop";
  private static final String SCHEME = "x-scheme-handler/parley";
  private static final String XDG_MIME = "xdg-mime";
  private static final String UPDATE = "update-desktop-database";

  private final Programs programs;
  private final String launcher;
  private final Path applications;
  private final Path choices;

  private LinkEntry(Programs programs, String launcher, Path applications, Path choices) {
    this.programs = programs;
    this.launcher = launcher;
    this.applications = applications;
    this.choices = choices;
  }

  /**
   * Empty where a package looks after it, and where it cannot be done.
   *
   * @param launcher the program's own launcher; without one there is nothing to open links with
   * @param installed what a package of this system puts there
   */
  static Optional<LinkEntry> of(
      Os os,
      Map<String, String> environment,
      Path home,
      Optional<String> launcher,
      Programs programs,
      Path installed) {
    if (os != Os.LINUX || Files.exists(installed) || !programs.has(XDG_MIME)) {
      return Optional.empty();
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path share = data.startsWith("/") ? Path.of(data) : home.resolve(".local").resolve("share");
    Path choices = Autostart.configFolder(environment, home).resolve("mimeapps.list");
    return launcher.map(
        path -> new LinkEntry(programs, path, share.resolve("applications"), choices));
  }

  /** Whether links come to this very launcher; the folder may have been moved since. */
  public boolean isOn() throws IOException {
    return Files.exists(file()) && Files.readString(file()).equals(content());
  }

  public void turnOn() throws IOException {
    Files.createDirectories(applications);
    Files.writeString(file(), content());
    update();
    programs.run(List.of(XDG_MIME, "default", NAME, SCHEME));
  }

  /** Leaves nothing behind; harmless when it is off. */
  public void turnOff() throws IOException {
    if (Files.deleteIfExists(file())) {
      update();
    }
    String choice = SCHEME + "=" + NAME;
    if (Files.exists(choices)) {
      List<String> lines = Files.readAllLines(choices);
      if (lines.removeIf(line -> line.replace(";", "").strip().equals(choice))) {
        Files.writeString(
            choices, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
      }
    }
  }

  /** Desktops that keep no such list look into the folder themselves. */
  private void update() throws IOException {
    if (programs.has(UPDATE)) {
      programs.run(List.of(UPDATE, applications.toString()));
    }
  }

  private Path file() {
    return applications.resolve(NAME);
  }

  private String content() {
    return """
        [Desktop Entry]
        Type=Application
        Name=Parley
        Exec=%s %%u
        Terminal=false
        NoDisplay=true
        MimeType=%s;
        StartupWMClass=chat.parley.desktop.app.ParleyApp
        """
        .formatted(DesktopEntry.quoted(launcher), SCHEME);
  }
}
