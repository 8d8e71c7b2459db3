package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Changes;
import chat.parley.model.Nonce;
import chat.parley.model.Reaction;
import chat.parley.model.RoomId;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a message. */
class FoldTest {
  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");
  private static final Event.Message SAID =
      new Event.Message(ROOM, 5, ANN, "Ann", 50, "tee", List.of(BEN), new Nonce("n"));

  private static Event.Message after(Event.RoomEvent... events) {
    Event.Message message = SAID;
    for (Event.RoomEvent event : events) {
      message = Fold.after(message, event);
    }
    return message;
  }

  private static Event.Edited edited(long seq, String body) {
    return new Event.Edited(ROOM, seq, ANN, "Ann", seq * 10, 5, body, List.of());
  }

  private static Event.Deleted deleted(long seq) {
    return new Event.Deleted(ROOM, seq, BEN, "Ben", seq * 10, 5);
  }

  private static Event.Reacted reacted(long seq, UserId who, String emoji, boolean on) {
    return new Event.Reacted(ROOM, seq, who, who.value(), seq * 10, 5, emoji, on);
  }

  private static Event.Pinned pinned(long seq, boolean on) {
    return new Event.Pinned(ROOM, seq, BEN, "Ben", seq * 10, 5, on);
  }

  private static Event.Message reply(long seq, UserId who) {
    return new Event.Message(
        ROOM,
        seq,
        who,
        who.value(),
        seq * 10,
        "yes",
        List.of(),
        null,
        new Ties(0, 5, null, Ties.Call.NOBODY),
        Changes.NONE);
  }

  @Test
  void anEditReplacesWordsAndMentionsAndNothingElse() {
    assertThat(after(edited(6, "tea"), edited(8, "Tea?")))
        .isEqualTo(
            new Event.Message(
                ROOM,
                5,
                ANN,
                "Ann",
                50,
                "Tea?",
                List.of(),
                new Nonce("n"),
                Ties.NONE,
                new Changes(8, 80, false, false, List.of(), Changes.Replies.NONE)));
  }

  @Test
  void whatIsInAlreadyIsNotFoldedAgain() {
    Event.Message now = after(reacted(6, BEN, "👍", true), edited(7, "tea"), reply(8, BEN));

    assertThat(Fold.after(now, reacted(6, BEN, "👍", true))).isSameAs(now);
    assertThat(Fold.after(now, edited(7, "tea"))).isSameAs(now);
    assertThat(Fold.after(now, reply(8, BEN))).isSameAs(now);
    // A late one that was overtaken is in, too: a page is always whole up to its last change.
    assertThat(Fold.after(now, reacted(6, BEN, "👍", false))).isSameAs(now);
  }

  @Test
  void whatHappensToAnotherMessageDoesNothing() {
    assertThat(after(new Event.Deleted(ROOM, 9, ANN, "Ann", 90, 4))).isSameAs(SAID);
    assertThat(after(new Event.JoinedRoom(ROOM, 9, BEN, "Ben", 90))).isSameAs(SAID);
    assertThat(after(new Event.Unrecognized(ROOM, 9, 90, "later"))).isSameAs(SAID);
    assertThat(after(new Event.Message(ROOM, 9, BEN, "Ben", 90, "hi", List.of(), null)))
        .isSameAs(SAID);
  }

  @Test
  void reactionsStandInTheOrderOfTheirFirstUse() {
    Event.Message now =
        after(
            reacted(6, BEN, "👍", true),
            reacted(7, ANN, "🎉", true),
            reacted(8, ANN, "👍", true),
            reacted(9, BEN, "👍", true));
    assertThat(now.changes().reactions())
        .containsExactly(new Reaction("👍", List.of(BEN, ANN)), new Reaction("🎉", List.of(ANN)));

    Event.Message less =
        Fold.after(Fold.after(now, reacted(10, BEN, "👍", false)), reacted(11, ANN, "👍", false));
    assertThat(less.changes().reactions()).containsExactly(new Reaction("🎉", List.of(ANN)));
    Event.Message back = Fold.after(less, reacted(12, BEN, "👍", true));
    assertThat(back.changes().reactions())
        .containsExactly(new Reaction("🎉", List.of(ANN)), new Reaction("👍", List.of(BEN)));
  }

  @Test
  void aDeletedMessageKeepsItsThreadAndNothingElse() {
    Event.Message now =
        after(
            edited(6, "tea"),
            reacted(7, BEN, "👍", true),
            pinned(8, true),
            reply(9, BEN),
            deleted(10));

    assertThat(now.body()).isEmpty();
    assertThat(now.mentions()).isEmpty();
    assertThat(now.changes())
        .isEqualTo(
            new Changes(10, 0, true, false, List.of(), new Changes.Replies(1, 9, List.of(BEN))));
  }

  @Test
  void nothingBringsADeletedMessageBack() {
    Event.Message gone = after(deleted(6));

    assertThat(Fold.after(gone, edited(7, "tea")).body()).isEmpty();
    assertThat(Fold.after(gone, edited(7, "tea")).changes().editedAt()).isZero();
    assertThat(Fold.after(gone, reacted(7, BEN, "👍", true)).changes().reactions()).isEmpty();
    assertThat(Fold.after(gone, reply(7, BEN)).changes().replies().count()).isEqualTo(1);
  }

  @Test
  void pinsGoOnAndOff() {
    assertThat(after(pinned(6, true)).changes().pinned()).isTrue();
    assertThat(after(pinned(6, true), edited(7, "tea")).changes().pinned()).isTrue();
    assertThat(after(pinned(6, true), pinned(7, false)).changes().pinned()).isFalse();
  }

  @Test
  void aThreadShowsItsCountAndWhoSpokeLast() {
    Event.RoomEvent[] replies =
        IntStream.range(0, 7)
            .mapToObj(i -> reply(6 + i, new UserId("u" + i)))
            .toArray(Event.RoomEvent[]::new);
    Event.Message now = Fold.after(after(replies), reply(20, new UserId("u4")));

    assertThat(now.changes().replies().count()).isEqualTo(8);
    assertThat(now.changes().replies().last()).isEqualTo(20);
    assertThat(now.changes().replies().by())
        .extracting(UserId::value)
        .containsExactly("u4", "u6", "u5", "u3", "u2");
  }
}
