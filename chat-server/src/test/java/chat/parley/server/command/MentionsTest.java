package chat.parley.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Ties;
import chat.parley.server.access.NameKey;
import chat.parley.server.store.Write;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  @Test
  void theLongestNameComesFirst() {
    check("@Ana Okafor are you?", "Ana Okafor are you|Ana Okafor are|Ana Okafor|Ana");
  }

  @Test
  void aNameHasAsManyWordsAsFit() {
    String longest = "A" + " b".repeat(15);
    assertThat(Mentions.in("@" + longest + " c").getFirst().keys())
        .startsWith(NameKey.of(longest))
        .hasSize(16);
  }

  @Test
  void aMarkOnALetterIsPartOfTheWord() {
    check("@मीना शर्मा, hello", "मीना शर्मा|मीना");
  }

  @Test
  void theEndOfASentenceIsNotPartOfTheName() {
    check("ask @Ann.", "Ann.|Ann");
    check("(@Ann)", "Ann");
    check("@Ann, now", "Ann");
  }

  @Test
  void everyAtIsLookedAt() {
    check("@Ann, @Ben", "Ann", "Ben");
  }

  @Test
  void aLineEndsAName() {
    check("@Ann\nBell", "Ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@example.org", "no at all", "@", "@ Ann", "@@", "@ 1"})
  void noMention(String body) {
    assertThat(Mentions.in(body)).isEmpty();
  }

  @Test
  void aFloodOfAtsIsBounded() {
    assertThat(Mentions.in("@a ".repeat(5_000))).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@room", "@Room, listen", "Lunch, @room.", "(@room)", "@room is open"})
  void theWordRoomCallsTheRoom(String body) {
    assertThat(Mentions.in(body)).extracting(Write.Naming::call).containsExactly(Ties.Call.ROOM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@rooms", "@room-mate", "@roomy", "@hereby"})
  void aWordThatOnlyStartsSoCallsNobody(String body) {
    assertThat(Mentions.in(body)).extracting(Write.Naming::call).containsOnly(Ties.Call.NOBODY);
  }

  @Test
  void theWordHereCallsWhoIsHere() {
    assertThat(Mentions.in("@here @Ann"))
        .extracting(Write.Naming::call)
        .containsExactly(Ties.Call.HERE, Ties.Call.NOBODY);
  }

  /** Each text is one mention's names, separated by a bar. */
  private static void check(String body, String... mentions) {
    List<List<String>> expected =
        Stream.of(mentions)
            .map(names -> Stream.of(names.split("\\|")).map(NameKey::of).toList())
            .toList();
    assertThat(Mentions.in(body)).extracting(Write.Naming::keys).isEqualTo(expected);
  }
}
