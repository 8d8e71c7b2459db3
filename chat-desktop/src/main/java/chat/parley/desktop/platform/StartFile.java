package chat.parley.desktop.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A system that starts what a file names. */
abstract sealed class StartFile implements Autostart permits DesktopEntry, LaunchAgent {
  private final Path file;

  StartFile(Path file) {
    this.file = file;
  }

  /** All that stands in the file. */
  abstract String content();

  @Override
  public boolean isOn() {
    return Files.exists(file);
  }

  @Override
  public void turnOn() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content());
  }

  @Override
  public void turnOff() throws IOException {
    Files.deleteIfExists(file);
  }
}
