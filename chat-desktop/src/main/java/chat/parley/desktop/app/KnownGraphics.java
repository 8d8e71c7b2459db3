package chat.parley.desktop.app;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/**
 * What an earlier start found out about this computer's graphics. Where JavaFX refuses them, as on
 * many a virtual computer or remote desktop, it loads the whole driver at each start before it does
 * so; that memory is never given back. Remembered for a week, for one display and its graphics
 * cards. Linux only: other systems have no such driver to load.
 */
final class KnownGraphics {
  private static final Duration TRUSTED = Duration.ofDays(7);
  private static final Path CARDS = Path.of("/sys/class/drm");

  private final Path file;
  private final String screen;
  private final InstantSource clock;

  /**
   * @param file where it is kept
   * @param screen which display and which graphics cards it is true for
   */
  KnownGraphics(Path file, String screen, InstantSource clock) {
    this.file = file;
    this.screen = screen;
    this.clock = clock;
  }

  /** Those of this computer as that profile knows them. */
  static KnownGraphics of(Path profile) {
    return new KnownGraphics(
        profile.resolve("graphics"), screen(System.getenv(), CARDS), InstantSource.system());
  }

  /** Whether JavaFX need not ask them again. */
  boolean areRefused() {
    try {
      Instant found = Files.getLastModifiedTime(file).toInstant();
      Instant now = clock.instant();
      return !found.isAfter(now)
          && found.plus(TRUSTED).isAfter(now)
          && Files.readString(file).equals(screen);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      LoggerFactory.getLogger(KnownGraphics.class).debug("{} cannot be read.", file, e);
      return false;
    }
  }

  /** Keeps what JavaFX says about them now that it has asked. Without it the next start asks. */
  void remember(boolean refused) {
    try {
      if (refused) {
        Files.writeString(file, screen);
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(KnownGraphics.class).debug("{} cannot be written.", file, e);
    }
  }

  /**
   * @param cards a folder with an entry for each graphics card and each of its sockets
   */
  static String screen(Map<String, String> environment, Path cards) {
    var words = new StringJoiner("\n", "", "\n");
    words.add(environment.getOrDefault("DISPLAY", ""));
    words.add(environment.getOrDefault("WAYLAND_DISPLAY", ""));
    var names = new TreeSet<String>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(cards)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException _) {
      // No such folder is what a computer without any card has.
    }
    names.forEach(words::add);
    return words.toString();
  }
}
