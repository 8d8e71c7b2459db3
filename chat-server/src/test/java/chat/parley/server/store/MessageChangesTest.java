package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Changes;
import chat.parley.model.Nonce;
import chat.parley.model.Rank;
import chat.parley.model.Reaction;
import chat.parley.model.RoomId;
import chat.parley.model.Ties;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may become of a message, and what must not. */
class MessageChangesTest extends StoreTest {
  private void edit(Guest who, long seq, String body, Guest... named) {
    desk.done(new Write.Edit(room, who.user(), seq, body, Desk.naming(named)));
  }

  private Write.Changed react(Guest who, long seq, String emoji, boolean on) {
    return desk.done(new Write.React(room, who.user(), seq, emoji, on));
  }

  private Write.Changed pin(Guest who, long seq, boolean on) {
    return desk.done(new Write.Pin(room, who.user(), seq, on));
  }

  private void delete(Guest who, long seq) {
    desk.done(new Write.Delete(room, who.user(), seq));
  }

  // Editing

  @Test
  void anEditedMessageSaysTheNewWordsEverywhereAndKeepsItsOldOnesForTheAsking() {
    long seq = desk.say(ann, room, "tee").seq();
    edit(ann, seq, "tea");
    edit(ann, seq, "Tea?");

    Event.Message now = message(room, seq);
    assertThat(now.body()).isEqualTo("Tea?");
    assertThat(now.changes().seq()).isEqualTo(seq + 2);
    assertThat(now.changes().editedAt()).isPositive();
    assertThat(store.editions(room, seq).orElseThrow())
        .extracting(Event.Edition::body)
        .containsExactly("tee", "tea", "Tea?");
    reopen();
    assertThat(message(room, seq)).isEqualTo(now);
  }

  @Test
  void sayingTheSameAgainWritesNothing() {
    long seq = desk.say(ann, room, "tea").seq();

    assertThat(desk.done(new Write.Edit(room, ann.user(), seq, "tea", List.of())).changed())
        .isFalse();

    assertThat(head()).isEqualTo(seq);
    assertThat(message(room, seq).changes()).isEqualTo(Changes.NONE);
  }

  @Test
  void onlyTheAuthorEditsAndOnlyWhatIsThere() {
    long seq = desk.say(ann, room, "tea").seq();
    desk.refused(ErrorCode.FORBIDDEN, new Write.Edit(room, ben.user(), seq, "x", List.of()));
    desk.refused(ErrorCode.NO_SUCH_ROOM, new Write.Edit(room, eve.user(), seq, "x", List.of()));
    desk.refused(
        ErrorCode.NO_SUCH_MESSAGE, new Write.Edit(room, ann.user(), seq + 1, "x", List.of()));
    // An event that is no message.
    desk.refused(ErrorCode.NO_SUCH_MESSAGE, new Write.Edit(room, ann.user(), 1, "x", List.of()));
    assertThat(head()).isEqualTo(seq);
  }

  @Test
  void whoIsNamedByAnEditIsMentioned() {
    long seq = desk.say(ann, room, "tea?").seq();
    edit(ann, seq, "tea, Ben?", ben);
    edit(ann, seq, "tea, dear Ben?", ben);

    assertThat(desk.state(ben, room).mentions()).isEqualTo(1);
    assertThat(message(room, seq).mentions()).containsExactly(ben.id());
  }

  @Test
  void aNonceKeepsItsFirstWordsThroughEveryEdit() {
    Write.Append first = Desk.saying(ann, room, new Nonce("n"), "tee");
    long seq = desk.done(first).message().seq();
    edit(ann, seq, "tea");

    Write.Appended again = desk.done(first);

    assertThat(again.repeat()).isTrue();
    assertThat(again.message().seq()).isEqualTo(seq);
    desk.refused(ErrorCode.NONCE_CONFLICT, Desk.saying(ann, room, new Nonce("n"), "tea"));
  }

  // Deleting

  @Test
  void nothingThatADeletedMessageSaidCanBeFoundAnyMore() throws Exception {
    String secret = "swordfish-".repeat(700);
    long seq = desk.say(ann, room, "one " + secret, ben).seq();
    edit(ann, seq, "two " + secret, ben);
    edit(ann, seq, "three " + secret, ben);
    react(ben, seq, "👍", true);
    pin(ann, seq, true);
    delete(ann, seq);

    Event.Message now = message(room, seq);
    assertThat(now.body()).isEmpty();
    assertThat(now.mentions()).isEmpty();
    assertThat(now.changes())
        .isEqualTo(new Changes(seq + 5, 0, true, false, List.of(), Changes.Replies.NONE));
    assertThat(store.editions(room, seq)).isEmpty();
    assertThat(store.pins(room, ann.id())).isEmpty();
    assertThat(desk.state(ben, room).mentions()).isZero();
    assertThat(desk.log(room, ann).toString()).doesNotContain("swordfish");
    store.close();
    byte[] file = Files.readAllBytes(folder.resolve("parley.db"));
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("swordfish");
    reopen();
  }

  @Test
  void aMessageIsDeletedByItsAuthorOrAModeratorAndByNobodyElse() {
    long bens = desk.say(ben, room, "mine").seq();
    long anns = desk.say(ann, room, "also mine").seq();
    desk.refused(ErrorCode.FORBIDDEN, new Write.Delete(room, ben.user(), anns));
    desk.refused(ErrorCode.NO_SUCH_ROOM, new Write.Delete(room, eve.user(), anns));
    delete(ben, bens);
    desk.done(new Write.SetRank(room, ann.user(), ben.id(), Rank.MODERATOR));
    delete(ben, anns);

    assertThat(message(room, anns).changes().deleted()).isTrue();
    long before = head();
    assertThat(desk.done(new Write.Delete(room, ben.user(), anns)).changed()).isFalse();
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void aDeletedMessageTakesNothingMore() {
    long seq = desk.say(ann, room, "tea").seq();
    delete(ann, seq);
    desk.refused(ErrorCode.NO_SUCH_MESSAGE, new Write.Edit(room, ann.user(), seq, "x", List.of()));
    desk.refused(ErrorCode.NO_SUCH_MESSAGE, new Write.React(room, ann.user(), seq, "👍", true));
    desk.refused(ErrorCode.NO_SUCH_MESSAGE, new Write.Pin(room, ann.user(), seq, true));
  }

  @Test
  void aDeletedMessageIsNotSaidAgainByItsNonce() {
    Write.Append first = Desk.saying(ann, room, new Nonce("n"), "oops");
    long seq = desk.done(first).message().seq();
    delete(ann, seq);

    Write.Appended again = desk.done(first);

    assertThat(again.repeat()).isTrue();
    assertThat(again.message().seq()).isEqualTo(seq);
    assertThat(again.message().body()).isEmpty();
  }

  // Reactions and pins

  @Test
  void reactionsKeepTheOrderInWhichTheyCame() {
    long seq = desk.say(ann, room, "tea").seq();
    react(ben, seq, "👍", true);
    react(ann, seq, "🎉", true);
    react(ann, seq, "👍", true);
    assertThat(react(ann, seq, "👍", true).changed()).isFalse();
    assertThat(react(ann, seq, "👀", false).changed()).isFalse();

    assertThat(message(room, seq).changes().reactions())
        .containsExactly(
            new Reaction("👍", List.of(ben.id(), ann.id())), new Reaction("🎉", List.of(ann.id())));
    react(ben, seq, "👍", false);
    react(ann, seq, "👍", false);
    assertThat(message(room, seq).changes().reactions())
        .containsExactly(new Reaction("🎉", List.of(ann.id())));
    assertThat(head()).isEqualTo(seq + 5);
  }

  @Test
  void aMessageHasAtMostTwentyDifferentReactions() {
    long seq = desk.say(ann, room, "tea").seq();
    List<String> emoji =
        IntStream.range(0, 21).mapToObj(i -> Character.toString(0x1f600 + i)).toList();
    emoji.subList(0, 20).forEach(each -> react(ann, seq, each, true));

    desk.refused(ErrorCode.TOO_MANY, new Write.React(room, ann.user(), seq, emoji.getLast(), true));
    react(ben, seq, emoji.getFirst(), true);
  }

  @Test
  void aPageStaysSmallEnoughForOneFrameHoweverManyReact() throws Exception {
    long seq = desk.say(ann, room, "one").seq();
    for (int i = 0; i < 3; i++) {
      desk.say(ann, room, "more");
    }
    desk.done(new Write.React(room, ann.user(), seq, "👍", true));
    store.close();
    String many = "\"u_abcdefghijklmnop\",".repeat(600_000).replaceAll(",$", "");
    try (Statements db = Connections.writer(folder.resolve("parley.db"), Duration.ofSeconds(1))) {
      db.update(
          "INSERT INTO changes SELECT room_key, seq + 1, last, edited_at, deleted, pinned,"
              + " reactions, replies, last_reply, repliers, first_body FROM changes");
      db.update("UPDATE changes SET reactions = ?", "[{\"emoji\":\"👍\",\"by\":[" + many + "]}]");
    }
    reopen();

    Store.Page first = store.page(room, new Command.Span.After(seq - 1), 500, ann.id());
    assertThat(first.events()).hasSize(1);
    assertThat(first.more()).isTrue();
    Store.Page next = store.page(room, new Command.Span.After(seq), 500, ann.id());
    assertThat(next.events().getFirst().seq()).isEqualTo(seq + 1);
    assertThat(next.events()).hasSize(4);
    assertThat(next.more()).isFalse();
  }

  @Test
  void pinsAreListedNewestFirstWhateverHappensToThemLater() {
    long first = desk.say(ann, room, "first").seq();
    long second = desk.say(ann, room, "second").seq();
    pin(ann, second, true);
    pin(ann, first, true);
    edit(ann, second, "second, again");
    assertThat(pin(ann, first, true).changed()).isFalse();

    assertThat(store.pins(room, ben.id()))
        .extracting(Event.Message::seq)
        .containsExactly(first, second);
    pin(ann, first, false);
    assertThat(store.pins(room, ben.id())).containsExactly(message(room, second));
  }

  @Test
  void aRoomHasAtMostAHundredPins() {
    for (int i = 0; i < 100; i++) {
      pin(ann, desk.say(ann, room, "pin " + i).seq(), true);
    }
    long one = desk.say(ann, room, "one more").seq();
    desk.refused(ErrorCode.TOO_MANY, new Write.Pin(room, ann.user(), one, true));
  }

  @Test
  void membersPinOnlyWhereNobodyOwnsTheRoom() {
    long seq = desk.say(ben, room, "tea").seq();
    desk.refused(ErrorCode.FORBIDDEN, new Write.Pin(room, ben.user(), seq, true));

    RoomId lobby = desk.done(new Write.OpenRoom("hall", "hall", "", Desk.freshRoom())).id();
    desk.join(ben, lobby);
    long there = desk.say(ben, lobby, "tea").seq();
    assertThat(desk.done(new Write.Pin(lobby, ben.user(), there, true)).changed()).isTrue();
  }

  // What a message hangs on

  @Test
  void aReplyNeedsTheMessageItAnswers() {
    long seq = desk.say(ann, room, "tea?").seq();

    Event.Message reply =
        desk.done(hung(ben, room, "yes", new Command.Hook(seq, 0, null))).message();

    assertThat(reply.ties()).isEqualTo(new Ties(seq, 0, null, Ties.Call.NOBODY));
    assertThat(message(room, reply.seq())).isEqualTo(reply.withoutNonce());
    desk.refused(ErrorCode.NO_SUCH_MESSAGE, hung(ben, room, "yes", new Command.Hook(99, 0, null)));
    desk.refused(ErrorCode.NO_SUCH_MESSAGE, hung(ben, room, "yes", new Command.Hook(1, 0, null)));
  }

  @Test
  void aThreadIsReadByPagesAndKnownAtItsRoot() {
    long root = desk.say(ann, room, "tea?").seq();
    var under = new Command.Hook(0, root, null);
    long first = desk.done(hung(ben, room, "yes", under)).message().seq();
    desk.say(ann, room, "between");
    // Under a reply means under the reply's root.
    long second =
        desk.done(hung(ann, room, "milk?", new Command.Hook(0, first, null))).message().seq();

    assertThat(message(room, second).ties().thread()).isEqualTo(root);
    assertThat(message(room, root).changes().replies())
        .isEqualTo(new Changes.Replies(2, second, List.of(ann.id(), ben.id())));
    Store.Found newest = store.thread(room, root, 0, 1, ann.id()).orElseThrow();
    assertThat(newest.messages()).extracting(Event.Message::body).containsExactly("milk?");
    assertThat(newest.more()).isTrue();
    Store.Found older = store.thread(room, root, second, 1, ann.id()).orElseThrow();
    assertThat(older.messages()).extracting(Event.Message::body).containsExactly("yes");
    assertThat(older.more()).isFalse();
    assertThat(store.thread(room, 99, 0, 10, ann.id())).isEmpty();
    assertThat(store.thread(room, 1, 0, 10, ann.id())).isEmpty();
  }

  @Test
  void anotherHookUnderTheSameNonceIsAConflict() {
    long seq = desk.say(ann, room, "tea?").seq();
    var hook = new Command.Hook(seq, 0, null);
    Write.Append first = Desk.saying(ben, room, new Nonce("n"), "yes", hook, List.of());
    desk.done(first);

    assertThat(desk.done(first).repeat()).isTrue();
    desk.refused(ErrorCode.NONCE_CONFLICT, Desk.saying(ben, room, new Nonce("n"), "yes"));
  }

  @Test
  void aForwardedMessageNamesItsAuthorAndOnlyAPublicRoom() {
    Event.Message original = desk.say(ann, room, "tea at four");
    RoomId other = desk.join(ben, "coffee").state().room().id();
    var source = new Command.Hook(0, 0, new Command.Source(room, original.seq()));

    Event.Message forward = desk.done(hung(ben, other, "tea at four", source)).message();

    assertThat(forward.ties().forward()).isEqualTo(new Ties.Forward("Ann", "tea", original.at()));
    desk.refused(ErrorCode.BAD_MESSAGE, hung(ben, other, "tea at five", source));
    desk.join(eve, other);
    desk.refused(ErrorCode.NO_SUCH_ROOM, hung(eve, other, "tea at four", source));
    delete(ann, original.seq());
    desk.refused(ErrorCode.NO_SUCH_MESSAGE, hung(ben, other, "tea at four", source));
  }

  @Test
  void aForwardOfWhatWasSaidInPrivateDoesNotNameTheRoom() {
    RoomId direct =
        desk.done(new Write.OpenDirect(ann.user(), List.of(ben.id()), Desk.freshRoom(), 9))
            .state()
            .room()
            .id();
    long seq = desk.say(ann, direct, "psst").seq();
    var source = new Command.Hook(0, 0, new Command.Source(direct, seq));

    Event.Message forward = desk.done(hung(ben, room, "psst", source)).message();

    assertThat(forward.ties().forward()).extracting(Ties.Forward::room).isEqualTo("");
  }

  @Test
  void aForwardStaysDoneWhenItsSourceSaysSomethingElseLater() {
    long seq = desk.say(ann, room, "four").seq();
    RoomId other = desk.join(ben, "coffee").state().room().id();
    var source = new Command.Hook(0, 0, new Command.Source(room, seq));
    Write.Append forward = hung(ben, other, "four", source);
    long first = desk.done(forward).message().seq();
    edit(ann, seq, "five");

    Write.Appended again = desk.done(forward);

    assertThat(again.repeat()).isTrue();
    assertThat(again.message().seq()).isEqualTo(first);
  }

  // Calling everybody

  private Event.Message call(Ties.Call call, List<String> keys, Guest... online) {
    List<Write.Naming> naming = List.of(new Write.Naming(keys, call));
    var there = List.of(online);
    return desk.done(
            new Write.Append(
                room,
                ann.user(),
                ann.device(),
                Nonce.fresh(),
                "@all of you",
                Command.Hook.NONE,
                naming,
                user -> there.stream().anyMatch(guest -> guest.id().equals(user)),
                Long.MAX_VALUE,
                Integer.MAX_VALUE))
        .message();
  }

  @Test
  void theWholeRoomIsCalled() {
    desk.join(eve, room);
    Event.Message said = call(Ties.Call.ROOM, List.of("room"));

    assertThat(said.ties().call()).isEqualTo(Ties.Call.ROOM);
    assertThat(said.mentions()).isEmpty();
    assertThat(desk.state(ben, room).mentions()).isEqualTo(1);
    assertThat(desk.state(eve, room).mentions()).isEqualTo(1);
    assertThat(desk.state(ann, room).mentions()).isZero();
    assertThat(message(room, said.seq())).isEqualTo(said.withoutNonce());
  }

  @Test
  void onlyWhoIsThereIsCalledByHere() {
    desk.join(eve, room);
    call(Ties.Call.HERE, List.of("here"), eve);

    assertThat(desk.state(eve, room).mentions()).isEqualTo(1);
    assertThat(desk.state(ben, room).mentions()).isZero();
  }

  @Test
  void aMemberOfThatNameIsMeantBeforeTheRoom() {
    Guest room1 = desk.guest("room");
    desk.join(room1, room);
    Event.Message said = call(Ties.Call.ROOM, List.of("room"));

    assertThat(said.ties().call()).isEqualTo(Ties.Call.NOBODY);
    assertThat(said.mentions()).containsExactly(room1.id());
    assertThat(desk.state(ben, room).mentions()).isZero();
  }
}
