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
