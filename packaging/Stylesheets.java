import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts beside each stylesheet of the app what JavaFX made of it: {@code java -cp JAVAFX
 * Stylesheets.java JAR}. JavaFX takes that and need not read the text at each start, which was a
 * twentieth of the time until a room is on the screen.
 */
public final class Stylesheets {
  private static final String TEXT = ".css";

  public static void main(String[] args) throws IOException {
    var jar = URI.create("jar:" + Path.of(args[0]).toUri());
    Path work = Files.createTempDirectory("stylesheets");
    try (FileSystem in = FileSystems.newFileSystem(jar, Map.of("noCompression", "true"))) {
      for (Path text : texts(in.getPath("chat/parley/desktop"))) {
        String name = text.getFileName().toString();
        Path from = work.resolve(name);
        Path to = work.resolve(name.substring(0, name.length() - TEXT.length()) + ".bss");
        Files.copy(text, from);
        Stylesheet.convertToBinary(from.toFile(), to.toFile());
        Files.copy(to, text.resolveSibling(to.getFileName().toString()));
        Files.delete(from);
        Files.delete(to);
      }
    }
    Files.delete(work);
  }

  private static List<Path> texts(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> texts = all.filter(path -> path.toString().endsWith(TEXT)).toList();
      if (texts.isEmpty()) {
        throw new IOException("There are no stylesheets in " + folder);
      }
      return texts;
    }
  }
}
