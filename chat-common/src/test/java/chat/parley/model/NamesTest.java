package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final String TOO_LONG = "too long";
  private static final String EMPTY = "Please enter";
  private static final String NO_LETTER = "at least one letter or digit";
  private static final String WRONG_SIGN = "letters, digits, spaces and . - _ ' only";

  private record Refused(String what, String raw, String sentence) {}

  static final List<Refused> REFUSED =
      List.of(
          new Refused("nothing", "", EMPTY),
          new Refused("spaces only", "    ", EMPTY),
          new Refused("a line break only", "\n", EMPTY),
          new Refused("wide spaces only", "\u3000\u2003", EMPTY),
          new Refused("33 letters for a person", "a".repeat(33), TOO_LONG),
          new Refused("10,000 letters", "x".repeat(10_000), TOO_LONG),
          new Refused("10,000 spaces", " ".repeat(10_000), TOO_LONG),
          new Refused("two names far apart", "Ann" + " ".repeat(5_000) + "Bob", TOO_LONG),
          new Refused("a ligature of 18 letters twice", "\ufdfa\ufdfa", TOO_LONG),
          new Refused("10,000 stacked marks", "a" + "\u0301".repeat(10_000), TOO_LONG),
          new Refused("dots only", "...", NO_LETTER),
          new Refused("an emoji", "\ud83d\ude00", NO_LETTER),
          new Refused("a mark on nothing", "\u0301", NO_LETTER),
          new Refused("zero-width spaces only", "\u200b\u200b", NO_LETTER),
          new Refused("a name with an emoji", "Ann \ud83d\ude00", WRONG_SIGN),
          new Refused("a family of emoji", "Ann \ud83d\udc68\u200d\ud83d\udc69", WRONG_SIGN),
          new Refused("a mark before the first letter", "\u0301Ann", WRONG_SIGN),
          new Refused("zero-width space", "An\u200bn", WRONG_SIGN),
          new Refused("zero-width joiner", "An\u200dn", WRONG_SIGN),
          new Refused("word joiner", "An\u2060n", WRONG_SIGN),
          new Refused("soft hyphen", "An\u00adn", WRONG_SIGN),
          new Refused("byte order mark", "\ufeffAnn", WRONG_SIGN),
          new Refused("right-to-left override", "\u202ennA", WRONG_SIGN),
          new Refused("right-to-left mark", "Ann\u200f", WRONG_SIGN),
          new Refused("left-to-right isolate", "\u2066Ann\u2069", WRONG_SIGN),
          new Refused("Arabic letter mark", "Ann\u061c", WRONG_SIGN),
          new Refused("Hangul filler, a letter drawn as nothing", "Ann\u3164", WRONG_SIGN),
          new Refused("Hangul filler alone", "\u3164", WRONG_SIGN),
          new Refused("Hangul choseong filler", "\u115fAnn", WRONG_SIGN),
          new Refused("half-width Hangul filler", "An\uffa0n", WRONG_SIGN),
          new Refused("combining grapheme joiner", "An\u034fn", WRONG_SIGN),
          new Refused("variation selector", "Ann\ufe0f", WRONG_SIGN),
          new Refused("variation selector of plane 14", "Ann\udb40\udd00", WRONG_SIGN),
          new Refused("Khmer inherent vowel", "Ann\u17b4", WRONG_SIGN),
          new Refused("Mongolian variation selector", "Ann\u180b", WRONG_SIGN),
          new Refused("a tag character", "Ann\udb40\udc41", WRONG_SIGN),
          new Refused("a line break", "Ann\nBob", WRONG_SIGN),
          new Refused("a tab", "Ann\tBob", WRONG_SIGN),
          new Refused("NUL", "Ann\0", WRONG_SIGN),
          new Refused("escape", "\u001b[31mAnn", WRONG_SIGN),
          new Refused("next line, a control of the second block", "Ann\u0085Bob", WRONG_SIGN),
          new Refused("line separator", "Ann\u2028Bob", WRONG_SIGN),
          new Refused("half a surrogate pair in front", "\ud800Ann", WRONG_SIGN),
          new Refused("the other half at the end", "Ann\udc00", WRONG_SIGN),
          new Refused("private use", "Ann\ue000", WRONG_SIGN),
          new Refused("not a character", "Ann\uffff", WRONG_SIGN),
          new Refused("at sign", "Ann@home", WRONG_SIGN),
          new Refused("markup", "<b>Ann</b>", WRONG_SIGN),
          new Refused("slash", "a/b", WRONG_SIGN),
          new Refused("quotes", "\"Ann\"", WRONG_SIGN));

  @ParameterizedTest
  @FieldSource("REFUSED")
  void personIsRefusedWithASentence(Refused name) {
    assertThat(Names.problemWithUser(Names.clean(name.raw)))
        .as(name.what)
        .hasValueSatisfying(sentence -> assertThat(sentence).contains(name.sentence).endsWith("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Ann|Ann",
        "  Ann |Ann",
        "Ann    Lee|Ann Lee",
        "Ann\u00a0Lee|Ann Lee",
        "Ann\u3000\u3000Lee|Ann Lee",
        "\uff21\uff4e\uff4e|Ann",
        "\ufb01ona|fiona",
        "Zoe\u0308|Zo\u00eb",
        "Zo\u00eb|Zo\u00eb",
        "O'Neil|O'Neil",
        "J. R. Smith-Jones_2|J. R. Smith-Jones_2",
        "\u674e\u96f7|\u674e\u96f7",
        "\u0645\u062d\u0645\u062f|\u0645\u062d\u0645\u062f",
        "\u05d3\u05bc\u05b8\u05d5\u05b4\u05d3|\u05d3\u05b8\u05bc\u05d5\u05b4\u05d3",
        "\u0928\u093f\u0936\u093e|\u0928\u093f\u0936\u093e",
        "\u0e2a\u0e21\u0e28\u0e23\u0e35|\u0e2a\u0e21\u0e28\u0e23\u0e35",
        "\uc7ac\ud604|\uc7ac\ud604",
        "\u1112\u1161\u11ab|\ud55c",
        "\ud835\udc00nn|Ann",
        "x\u00b2|x2",
        "7|7",
        "\u0662|\u0662",
      })
  void personIsKeptInOneForm(String raw, String clean) {
    assertThat(Names.clean(raw)).isEqualTo(clean);
    assertThat(Names.problemWithUser(clean)).isEmpty();
  }

  @Test
  void lengthCountsWhatPeopleCount() {
    String beyondTheFirstPlane = "\ud840\udc00";
    assertThat(Names.problemWithUser(beyondTheFirstPlane.repeat(32))).isEmpty();
    assertThat(Names.problemWithUser(beyondTheFirstPlane.repeat(33))).isPresent();
    assertThat(Names.problemWithRoom("r".repeat(48))).isEmpty();
    assertThat(Names.problemWithRoom("r".repeat(49))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Office",
        "B\u00fcro 2 \"oben\"",
        "\u2615\ufe0f Caf\u00e9",
        "#1",
        "\u05de\u05e9\u05e8\u05d3"
      })
  void serverIsCalledByWhateverCanBeSeen(String name) {
    assertThat(Names.problemWithServer(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Of\u0007fice, U+0007",
    "Office\\nopen to all, U+000A",
    "Of\u0085fice, U+0085",
    "Of\u001b[31mfice, U+001B",
    "Of\u202eecif, U+202E",
    "Of\u200bfice, U+200B",
    "\u2066Office\u2069, U+2066",
    "Office\u2028open to all, U+2028",
    "Of\udb40\udc41fice, U+E0041",
    "Office\ud800, U+D800",
  })
  void serverIsNotCalledByWhatDoesNotShow(String name, String sign) {
    assertThat(Names.problemWithServer(name.translateEscapes()))
        .hasValue("A server's name cannot have " + sign + ", which does not show; take it out.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 61})
  void serverHasANameOfSomeLength(int length) {
    String sentence = "A server's name has 1 to 60 characters.";
    assertThat(Names.problemWithServer("x".repeat(length))).hasValue(sentence);
    assertThat(Names.problemWithServer(" ".repeat(length))).hasValue(sentence);
    assertThat(Names.problemWithServer("\u3164 \u2800\ufe0f")).hasValue(sentence);
    assertThat(Names.problemWithServer("x".repeat(60))).isEmpty();
  }

  @Test
  void roomIsWrittenWithoutItsHash() {
    String sentence = "Leave out the #";
    for (String raw : List.of("#lobby", "  #lobby", "\uff03lobby", "#")) {
      assertThat(Names.problemWithRoom(Names.clean(raw)))
          .hasValueSatisfying(problem -> assertThat(problem).contains(sentence));
    }
    assertThat(Names.problemWithRoom("lobby")).isEmpty();
    assertThat(Names.problemWithRoom("")).hasValue("Please enter a room name.");
  }

  @Property
  void cleaningTwiceChangesNothing(@ForAll @StringLength(max = 60) String raw) {
    assertThat(Names.clean(Names.clean(raw))).isEqualTo(Names.clean(raw));
  }

  @Property
  void nameThatMayBeUsedIsShortVisibleAndWellFormed(@ForAll @StringLength(max = 40) String raw) {
    String name = Names.clean(raw);
    for (Function<String, Optional<String>> rule :
        List.<Function<String, Optional<String>>>of(
            Names::problemWithUser, Names::problemWithRoom)) {
      if (rule.apply(name).isEmpty()) {
        assertThat(name.codePoints())
            .hasSizeLessThanOrEqualTo(48)
            .noneMatch(Character::isISOControl)
            .noneMatch(c -> Character.getType(c) == Character.FORMAT)
            .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
      }
    }
  }
}
