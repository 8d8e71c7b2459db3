package chat.parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.emoji.EmojiCategory;
import chat.parley.desktop.viewmodel.emoji.SkinTone;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.desktop.viewmodel.text.MentionNames;
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

  /** What looks like a key: names of settings, and beginnings of keys. */
  private static final Set<String> NO_KEYS =
      Set.of(
          "emoji.tone",
          "room.",
          "sidebar.width",
          "system.links",
          "timeline.added",
          "timeline.joined",
          "timeline.left",
          "timeline.removed");

  /** What keys begin with, before the first dot. */
  private static final Set<String> KINDS =
      keys().stream().map(LanguagesTest::kind).collect(Collectors.toSet());

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern ASKED = Pattern.compile("Texts\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z_]+)+");
  private static final Pattern BEGINNING = Pattern.compile("([a-z]+\\.)+");
  private static final Pattern DEEDS = Pattern.compile("KNOWN =\\s*Set\\.of\\(([^)]*)\\)");
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
    assertThat(asked()).isSubsetOf(keys());
  }

  @Test
  void everySentenceIsAskedForSomewhere() {
    assertThat(keys()).isSubsetOf(asked());
  }

  @Test
  void everyKeyThatIsPutTogetherIsKnownHere() {
    Set<String> known = putTogether();
    assertThat(literals(code()))
        .filteredOn(text -> BEGINNING.matcher(text).matches() && isOfAKind(text))
        .isNotEmpty()
        .allMatch(text -> known.stream().anyMatch(key -> key.startsWith(text)));
  }

  /** All keys that the code has as a whole, and those it puts together. */
  private static Set<String> asked() {
    Set<String> asked = putTogether();
    String code = code();
    ASKED.matcher(code).results().map(found -> found.group(1)).forEach(asked::add);
    literals(code).stream()
        .filter(text -> KEY.matcher(text).matches() && isOfAKind(text))
        .forEach(asked::add);
    return asked;
  }

  /** Whether it begins like a key. */
  private static boolean isOfAKind(String text) {
    return !NO_KEYS.contains(text) && KINDS.contains(kind(text));
  }

  private static String kind(String key) {
    return key.split("\\.", 2)[0];
  }

  private static Set<String> putTogether() {
    var keys = new TreeSet<String>();
    add(keys, "error.", Stream.of(ErrorCode.values()).map(ErrorCode::wire));
    add(keys, "emoji.", named(EmojiCategory.values()).filter(name -> !name.equals("parts")));
    add(keys, "view.emoji.tone.", named(SkinTone.values()));
    add(keys, "completion.", MentionNames.GROUPS.stream());
    add(keys, "sidebar.", Stream.of(Heading.FAVOURITES, Heading.ROOMS, Heading.DIRECT));
    add(keys, "view.admin.deed.", deeds().stream());
    add(keys, "view.alerts.", Stream.of("system", "hide", "sound", "badge"));
    for (String choice : List.of("system", "hide", "sound", "badge")) {
      keys.add("view.alerts." + choice + ".hint");
    }
    for (String what : List.of("joined", "left", "added", "removed")) {
      add(keys, "timeline." + what, Stream.of(".one", ".two", ".many"));
    }
    for (String what : List.of("name", "topic", "description")) {
      add(keys, "view.about." + what, Stream.of(".empty", ".edit"));
    }
    for (String what : List.of("title", "sentence")) {
      add(keys, "view.start." + what, Stream.of(".self", ".direct"));
    }
    for (String what : List.of("one", "many")) {
      keys.add("alert." + what + ".hidden.direct");
    }
    return keys;
  }

  /** What the audit log has words for. */
  private static Set<String> deeds() {
    Matcher found = DEEDS.matcher(code());
    assertThat(found.find()).isTrue();
    return literals(found.group(1));
  }

  private static void add(Set<String> keys, String start, Stream<String> ends) {
    ends.forEach(end -> keys.add(start + end));
  }

  private static Stream<String> named(Enum<?>[] values) {
    return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT));
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
