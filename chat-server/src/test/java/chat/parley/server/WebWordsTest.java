package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sentence of the web client in every language, none that nobody says; and no HTML of texts.
 */
class WebWordsTest {
  private static final Path WEB =
      Path.of(System.getProperty("parley.root", ".."))
          .resolve("chat-server/src/main/resources/chat/parley/server/web");

  private static final Pattern ENTRY =
      Pattern.compile("^  '([^']+)': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
  private static final Pattern ASKED = Pattern.compile("\\b(say|count)\\(\\s*'([^']+)'");

  /** Keys that are put together: what stands before what the code adds. */
  private static final List<String> PUT_TOGETHER =
      List.of(
          "emoji.",
          "keys.",
          "language.",
          "me.",
          "notice.rank.",
          "rank.",
          "room.level.",
          "theme.",
          "error.",
          "people.");

  /** What would read a text as HTML or as a script. */
  private static final Pattern DANGEROUS =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment"
              + "|DOMParser|srcdoc|\\beval\\(|new Function|setAttribute\\('on");

  @Test
  void bothLanguagesSayTheSameThings() {
    Map<String, String> english = words("words-en.js");
    Map<String, String> german = words("words-de.js");
    assertThat(english).hasSizeGreaterThan(200);
    assertThat(german.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, sentence) ->
            assertThat(placeholders(german.get(key)))
                .as("what is filled in at %s", key)
                .isEqualTo(placeholders(sentence)));
  }

  @Test
  void everythingThatIsSaidHasASentence() {
    Map<String, String> english = words("words-en.js");
    Set<String> asked = asked();
    assertThat(asked).isNotEmpty().isSubsetOf(english.keySet());
  }

  @Test
  void noSentenceIsThatNobodySays() {
    Set<String> left = new TreeSet<>(words("words-en.js").keySet());
    left.removeAll(asked());
    left.removeIf(key -> PUT_TOGETHER.stream().anyMatch(key::startsWith));
    assertThat(left).isEmpty();
  }

  @Test
  void textsNeverBecomeHtml() {
    sources()
        .forEach(
            (name, source) ->
                assertThat(DANGEROUS.matcher(source).find()).as("%s", name).isFalse());
  }

  private static Set<String> asked() {
    var asked = new TreeSet<String>();
    for (String source : sources().values()) {
      var matcher = ASKED.matcher(source);
      while (matcher.find()) {
        if (matcher.group(1).equals("say")) {
          asked.add(matcher.group(2));
        } else {
          asked.add(matcher.group(2) + ".one");
          asked.add(matcher.group(2) + ".many");
        }
      }
    }
    return asked;
  }

  private static Map<String, String> sources() {
    try (Stream<Path> files = Files.list(WEB)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .filter(file -> !file.getFileName().toString().startsWith("words-"))
          .collect(Collectors.toMap(file -> file.getFileName().toString(), WebWordsTest::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> words(String file) {
    var words = new TreeMap<String, String>();
    var matcher = ENTRY.matcher(read(WEB.resolve(file)));
    while (matcher.find()) {
      words.put(matcher.group(1), matcher.group(2));
    }
    return words;
  }

  private static Set<String> placeholders(String sentence) {
    return PLACEHOLDER
        .matcher(sentence)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
