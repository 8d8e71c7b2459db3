package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
  @ParameterizedTest
  @ValueSource(strings = {"at lunch", "👨\u200d👩\u200d👧 day", "می\u200cخواهم", "\u200fبالخارج"})
  void whatIsSeenMayBeSaid(String text) {
    assertThat(new Status("", text, 0).problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u00a0", "\u200b\u200d\u2060", "\ufeff", "\ufe0f", "\u3164", "\u2800"})
  void whatNobodySeesIsNoText(String text) {
    assertThat(new Status("", text, 0).problem()).hasValue("A status needs a text or an emoji.");
    assertThat(new Status("🍝", text, 0).problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"at\nlunch", "\u202elunch", "\u2067lunch\u2069", "a\u0007b"})
  void whatTurnsOrBreaksTheLineIsRefused(String text) {
    assertThat(new Status("🍝", text, 0).problem())
        .hasValue("A status is one line without control characters.");
  }

  @Test
  void aLongOneIsRefused() {
    assertThat(new Status("", "x".repeat(Status.TEXT_MAX + 1), 0).problem()).isPresent();
  }
}
