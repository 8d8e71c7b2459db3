package chat.parley.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests of all modules, read from their sources. */
final class TestSources {
  private static final Pattern MARKED =
      Pattern.compile("(?m)^ *@(Test|ParameterizedTest|RepeatedTest|Property)\\b");

  /** The texts of the classes of each name; modules may have some of the same one. */
  private final Map<String, List<String>> classes;

  private TestSources(Map<String, List<String>> classes) {
    this.classes = classes;
  }

  static TestSources under(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return new TestSources(
          modules
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .flatMap(TestSources::classesIn)
              .collect(
                  Collectors.groupingBy(
                      TestSources::nameOf,
                      Collectors.mapping(TestSources::read, Collectors.toList()))));
    }
  }

  /**
   * @param test as a page names it: the class, #, the method
   */
  boolean has(String test) {
    int hash = test.indexOf('#');
    return classes.getOrDefault(test.substring(0, hash), List.of()).stream()
        .anyMatch(text -> hasTest(text, test.substring(hash + 1)));
  }

  /** Whether a method of that name has the mark of a test, in the text since the member before. */
  private static boolean hasTest(String text, String method) {
    String[] parts = text.split(" void " + method + "\\(", -1);
    return Arrays.stream(parts)
        .limit(parts.length - 1)
        .map(part -> part.substring(Math.max(0, part.lastIndexOf("\n  }\n"))))
        .anyMatch(part -> MARKED.matcher(part).find());
  }

  private static Stream<Path> classesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
