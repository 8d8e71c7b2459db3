import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks or mends the layout of every Java file of the project: {@code check} or {@code fix}. */
public final class Format {
  private static final List<String> PLACES =
      List.of("build", "chat-common/src", "chat-server/src", "chat-desktop/src", "bench/src");

  public static void main(String[] args) throws IOException, FormatterException {
    boolean fix = args[0].equals("fix");
    var formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    var off = new ArrayList<Path>();
    int seen = 0;
    for (String place : PLACES) {
      if (!Files.isDirectory(Path.of(place))) {
        continue;
      }
      try (var files = Files.walk(Path.of(place))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          seen++;
          String now = Files.readString(file);
          String want = format(formatter, file, now);
          if (!want.equals(now)) {
            off.add(file);
            if (fix) {
              Files.writeString(file, want);
            }
          }
        }
      }
    }
    off.forEach(file -> System.out.println((fix ? "formatted " : "not formatted: ") + file));
    if (!fix && !off.isEmpty()) {
      System.out.println("Run ./parley format, then build again.");
      System.exit(1);
    }
    System.out.println(seen + " Java files are formatted.");
  }

  private static String format(Formatter formatter, Path file, String source)
      throws FormatterException {
    try {
      String ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
      return formatter.formatSource(ordered);
    } catch (FormatterException e) {
      throw new FormatterException(file + ": " + e.getMessage());
    }
  }
}
