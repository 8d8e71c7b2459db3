package chat.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files of the whole project, for tests that hold them together. */
public final class ProjectRoot {
  private ProjectRoot() {}

  /** The folder that has the launcher, from wherever this module's tests are run. */
  public static Path find() {
    Path start = Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("parley")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No project above " + start));
  }

  public static String read(String file) {
    try {
      return Files.readString(find().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
