package chat.parley.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.access.NameKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  @Test
  void theLongestNameComesFirst() {
    check("@Ana Okafor are you in?", List.of("Ana Okafor are you", "Ana Okafor are", "Ana Okafor", "Ana"));
  }

  @Test
  void theEndOfASentenceIsNotPartOfTheName() {
    check("ask @Ann.", List.of("Ann.", "Ann"));
    check("(@Ann)", List.of("Ann"));
    check("@Ann, now", List.of("Ann"));
  }

  @Test
  void everyAtIsLookedAt() {
    check("@Ann, @Ben", List.of("Ann"), List.of("Ben"));
  }

  @Test
  void aLineEndsAName() {
    check("@Ann\nBell", List.of("Ann"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@example.org", "no at all", "@", "@ Ann", "@@", "@ 1"})
  void noMention(String body) {
    assertThat(Mentions.keysIn(body)).isEmpty();
  }

  @Test
  void aFloodOfAtsIsBounded() {
    assertThat(Mentions.keysIn("@a ".repeat(5_000))).hasSize(50);
  }

  @SafeVarargs
  private static void check(String body, List<String>... names) {
    List<List<String>> expected =
        List.of(names).stream().map(list -> list.stream().map(NameKey::of).toList()).toList();
    assertThat(Mentions.keysIn(body)).isEqualTo(expected);
  }
}
