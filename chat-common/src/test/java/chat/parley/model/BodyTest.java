package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {
  @Test
  void whatPeopleWriteMayBeSaid() {
    for (String body :
        List.of(
            "x",
            "two\nlines",
            "a\ttab",
            "caf\u00e9 \u674e\u96f7 \u0645\u062d\u0645\u062f",
            "\ud83d\udc68\u200d\ud83d\udc69 \u2764\ufe0f",
            "pasted\u2028from a page",
            "\u200b\u2060 hidden signs around what is said \ufeff",
            "\u0301",
            "\u06dd",
            "\u0915\u094d\u200d\u0937",
            "<b>\"quoted\" \\ 'text'</b>")) {
      assertThat(Body.problem(body)).as(body).isEmpty();
    }
  }

  @Test
  void emptyTextIsNotAMessage() {
    for (String body : List.of("", " ", "\n\n\t ", "\u3000")) {
      assertThat(Body.problem(body)).hasValue("The text is empty.");
    }
  }

  @Test
  void textOfWhichNothingIsSeenIsNotAMessage() {
    for (String body :
        List.of(
            "\u200b",
            "\u200b\u200d\u2060",
            " \ufeff\n\u00ad\t",
            "\u2066\u2069",
            "\u202e",
            "\ufe0f",
            "\u3164",
            "\uffa0\u115f\u1160",
            "\u2800",
            "\u034f",
            "\u2065",
            "\ufff0",
            "\udb40\udc41\udb40\udc7f",
            "\udb40\udd00",
            "\ud834\udd73",
            "\u2028\u2029")) {
      assertThat(Body.problem(body)).as(escaped(body)).hasValue("The text is empty.");
    }
  }

  private static String escaped(String text) {
    return text.codePoints().mapToObj("U+%04X"::formatted).toList().toString();
  }

  @Test
  void controlCharacterIsNamed() {
    assertThat(Body.problem("a\0b"))
        .hasValue("The text has the control character U+0000; take it out.");
    assertThat(Body.problem("a\r\nb")).hasValueSatisfying(s -> assertThat(s).contains("U+000D"));
    for (char c = 0; c < 0xa0; c++) {
      boolean harmless = (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t';
      assertThat(Body.problem("x" + c).isEmpty()).as("U+%04X", (int) c).isEqualTo(harmless);
    }
  }
}
