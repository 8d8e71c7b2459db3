package chat.parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence in every language, and none that nobody says. */
class LanguagesTest {
  private static final Path MAIN =
      Path.of(System.getProperty("parley.root", "..")).resolve("chat-desktop/src/main");
  private static final Path TEXTS = MAIN.resolve("resources/chat/parley/desktop");

  /** Keys that are put together: what the code adds at the end. */
  private static final List<String> PUT_TOGETHER =
      List.of(
          "timeline.joined",
          "timeline.left",
          "timeline.added",
          "timeline.removed",
          "error.",
          "completion.",
          "emoji.",
          "alert.",
          "sidebar.",
          "view.start.title.",
          "view.start.sentence.",
          "view.about.name.",
          "view.about.topic.",
          "view.about.description.",
          "view.emoji.tone.",
          "view.alerts.",
          "view.admin.deed.");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern ASKED = Pattern.compile("Texts\\.of\\(\\s*\"([^\"]+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @ValueSource(strings = {"texts", "view"})
  void bothLanguagesSayTheSameThings(String bundle) {
    Properties english = read(bundle);
    Properties german = read(bundle + "_de");
    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(german.getProperty(key)))
          .as("what is filled in at %s", key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts", "texts_de", "view", "view_de"})
  void everySentenceCanBeFilledIn(String bundle) {
    read(bundle)
        .forEach(
            (key, pattern) ->
                assertThat(new MessageFormat(pattern.toString(), Locale.ROOT).format(numbers()))
                    .as("%s", key)
                    .isNotNull()
                    .doesNotContain("{"));
  }

  @Test
  void everySentenceThatTheCodeAsksForIsThere() {
    Set<String> there = keys();
    String code = code();
    Stream<String> asked = ASKED.matcher(code).results().map(found -> found.group(1));
    Stream<String> ofViews =
        literals(code).stream().filter(text -> text.matches("view(\\.[A-Za-z]+)+"));
    assertThat(Stream.concat(asked, ofViews).filter(key -> !PUT_TOGETHER.contains(key)).toList())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(there).contains(key));
  }

  @Test
  void everySentenceIsSaidSomewhere() {
    Set<String> said = literals(code());
    List<String> unused =
        keys().stream()
            .filter(key -> !said.contains(key))
            .filter(key -> PUT_TOGETHER.stream().noneMatch(key::startsWith))
            .toList();
    assertThat(unused).isEmpty();
  }

  @Test
  void everyRefusalHasASentence() {
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(keys()).contains("error." + code.wire());
    }
  }

  /** More than any sentence needs. */
  private static Object[] numbers() {
    return new Object[] {1, 2, 3};
  }

  private static Set<String> placeholders(String sentence) {
    Matcher found = PLACEHOLDER.matcher(sentence);
    return found.results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keys() {
    var keys = new TreeSet<>(read("texts").stringPropertyNames());
    keys.addAll(read("view").stringPropertyNames());
    return keys;
  }

  private static Set<String> literals(String code) {
    return LITERAL.matcher(code).results().map(one -> one.group(1)).collect(Collectors.toSet());
  }

  private static Properties read(String bundle) {
    var texts = new Properties();
    try (Reader in = Files.newBufferedReader(TEXTS.resolve(bundle + ".properties"))) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static String code() {
    try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(LanguagesTest::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
