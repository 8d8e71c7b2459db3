package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.model.Changes;
import chat.parley.model.Kept;
import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Reaction;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits, reactions, threads, private and direct rooms and what a person keeps, over real sockets:
 * two devices of Ann's, Ben beside her, and Eve who must hear nothing.
 */
class TalkTest {
  @TempDir Path data;

  private ParleyServer server;
  private Guest ann;
  private Guest phone;
  private Guest ben;
  private Guest eve;
  private RoomId kitchen;

  @BeforeEach
  void start() throws StartFailure {
    server =
        ParleyServer.start(
            new ServerConfig("127.0.0.1", 0, data, "Test server", false, new Encryption.Off()));
    ann = Guest.named(server.port(), "Ann");
    ben = Guest.named(server.port(), "Ben");
    eve = Guest.named(server.port(), "Eve");
    kitchen = ann.join("kitchen").room().id();
    ben.join("kitchen");
    phone = Guest.connect(server.port());
    phone.hello(new Command.Auth.Token(ann.welcome().token()), null, Map.of());
    phone.until(Event.CaughtUp.class);
  }

  @AfterEach
  void stop() {
    List.of(ann, phone, ben, eve).forEach(Guest::close);
    server.close();
  }

  // What becomes of messages

  @Test
  void whatBecomesOfAMessageIsHeardByAllWhoAreInTheRoom() {
    long seq = say(ann, kitchen, "tee");
    done(ann, id -> new Command.Edit(id, kitchen, seq, "tea"));
    done(ben, id -> new Command.React(id, kitchen, seq, "👍", true));
    done(ann, id -> new Command.Pin(id, kitchen, seq, true));
    done(ann, id -> new Command.Delete(id, kitchen, seq));

    for (Guest hears : List.of(ann, phone, ben)) {
      assertThat(hears.await(Event.Edited.class).body()).isEqualTo("tea");
      assertThat(hears.await(Event.Reacted.class).from()).isEqualTo(id(ben));
      assertThat(hears.await(Event.Pinned.class).on()).isTrue();
      assertThat(hears.await(Event.Deleted.class).seq()).isEqualTo(seq + 4);
    }
    assertThat(roomEvents(eve)).isEmpty();
  }

  @Test
  void whoComesLaterGetsTheMessageAsItIsNow() {
    long seq = say(ann, kitchen, "tee");
    done(ann, id -> new Command.Edit(id, kitchen, seq, "tea, @Ben"));
    done(ben, id -> new Command.React(id, kitchen, seq, "👍", true));
    long reply = send(ben, kitchen, "yes", new Command.Hook(seq, seq, null));

    var now =
        new Changes(
            reply,
            edited(ann, seq),
            false,
            false,
            List.of(new Reaction("👍", List.of(id(ben)))),
            new Changes.Replies(1, reply, List.of(id(ben))));
    ben.say(new Command.History(ben.nextId(), kitchen, new Command.Span.After(seq - 1), 1));
    var page = (Event.Message) ben.await(Event.HistoryPage.class).events().getFirst();
    assertThat(page.body()).isEqualTo("tea, @Ben");
    assertThat(page.mentions()).containsExactly(id(ben));
    assertThat(page.changes()).isEqualTo(now);
    Guest late = again(ben, Map.of(kitchen, seq - 1), 0);
    assertThat(late.await(Event.Message.class)).isEqualTo(page);
    late.close();
  }

  private long edited(Guest who, long seq) {
    who.say(new Command.Edits(who.nextId(), kitchen, seq));
    return who.await(Event.EditList.class).editions().getLast().at();
  }

  @Test
  void aDeletedMessageIsNotInTheResumeEither() {
    long seq = say(ann, kitchen, "swordfish");
    done(ann, id -> new Command.Edit(id, kitchen, seq, "swordfish!"));
    done(ann, id -> new Command.Delete(id, kitchen, seq));

    Guest late = again(ben, Map.of(kitchen, seq - 1), 0);
    assertThat(late.until(Event.CaughtUp.class).toString())
        .contains("Deleted")
        .doesNotContain("swordfish");
    late.close();
    ben.say(new Command.Edits(ben.nextId(), kitchen, seq));
    assertThat(ben.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NO_SUCH_MESSAGE);
  }

  @Test
  void sayingItAgainIsDoneAndTellsNothing() {
    long seq = say(ann, kitchen, "tea");
    done(ben, id -> new Command.React(id, kitchen, seq, "👍", true));
    ann.await(Event.Reacted.class);
    done(ben, id -> new Command.React(id, kitchen, seq, "👍", true));

    assertThat(roomEvents(ann)).isEmpty();
  }

  @Test
  void threadsAndPinsAreAskedFor() {
    long root = say(ann, kitchen, "tea?");
    long first = send(ben, kitchen, "yes", new Command.Hook(0, root, null));
    long second = send(ann, kitchen, "milk?", new Command.Hook(0, first, null));
    done(ann, id -> new Command.Pin(id, kitchen, root, true));

    ben.say(new Command.Thread(ben.nextId(), kitchen, root, 0, 1));
    Event.Found newest = ben.await(Event.Found.class);
    assertThat(newest.more()).isTrue();
    assertThat(newest.messages().getFirst().ties())
        .isEqualTo(new Ties(0, root, null, Ties.Call.NOBODY));
    ben.say(new Command.Thread(ben.nextId(), kitchen, root, second, 10));
    assertThat(ben.await(Event.Found.class).messages())
        .extracting(Event.Message::body)
        .containsExactly("yes");
    ben.say(new Command.Pins(ben.nextId(), kitchen));
    assertThat(ben.await(Event.Found.class).messages())
        .extracting(Event.Message::seq)
        .containsExactly(root);
    ben.say(new Command.Thread(ben.nextId(), kitchen, 999, 0, 10));
    assertThat(ben.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NO_SUCH_MESSAGE);
  }

  @Test
  void liveMessagesKeepWhatTheyHangOn() {
    long root = say(ann, kitchen, "tea?");
    send(ann, kitchen, "@room anybody?", new Command.Hook(root, root, null));

    var ties = new Ties(root, root, null, Ties.Call.ROOM);
    for (Guest hears : List.of(ann, phone, ben)) {
      Event.Message heard = hears.await(Event.Message.class, m -> m.seq() == root + 1);
      assertThat(heard.ties()).isEqualTo(ties);
      assertThat(heard.changes()).isEqualTo(Changes.NONE);
      assertThat(heard.nonce() == null).isEqualTo(hears == ben);
    }
  }

  @Test
  void hereCallsWhoIsOnline() {
    eve.join("kitchen");
    ben.say(new Command.SetPresence(Presence.AWAY));
    eve.await(
        Event.PresenceChanged.class,
        e -> e.user().equals(id(ben)) && e.presence() == Presence.AWAY);
    say(ann, kitchen, "@here cake");

    Guest benAgain = again(ben, Map.of(), 0);
    assertThat(benAgain.welcome().rooms().getFirst().mentions()).isZero();
    Guest eveAgain = again(eve, Map.of(), 0);
    assertThat(eveAgain.welcome().rooms().getFirst().mentions()).isEqualTo(1);
    benAgain.close();
    eveAgain.close();
  }

  @Test
  void mentionsOfAllRoomsComeNewestFirstAndInPages() {
    RoomId hall = ann.join("hall").room().id();
    ben.join("hall");
    long first = say(ann, kitchen, "@Ben tea?");
    long second = say(ann, hall, "@room cake");
    say(ann, hall, "nobody is meant");
    long third = say(ann, kitchen, "and @Ben again");

    Event.Mentioned newest = mentions(ben, 0, 2);
    assertThat(newest.messages())
        .extracting(Event.Message::room, Event.Message::seq)
        .containsExactly(tuple(kitchen, third), tuple(hall, second));
    Event.Mentioned older = mentions(ben, newest.next(), 2);
    assertThat(older.messages()).extracting(Event.Message::seq).containsExactly(first);
    assertThat(older.next()).isZero();
    assertThat(mentions(ann, 0, 2).messages()).isEmpty();
  }

  @Test
  void mentionsInARoomThatWasLeftAndThoseThatWereDeletedAreNotTold() {
    long gone = say(ann, kitchen, "@Ben tea?");
    done(ann, id -> new Command.Delete(id, kitchen, gone));
    assertThat(mentions(ben, 0, 9).messages()).isEmpty();

    say(ann, kitchen, "@Ben cake?");
    assertThat(mentions(ben, 0, 9).messages()).hasSize(1);
    ben.say(new Command.Leave(ben.nextId(), kitchen));
    ben.await(Event.Left.class);
    assertThat(mentions(ben, 0, 9).messages()).isEmpty();
  }

  @Test
  void whoIsNamedByAnEditOrNoLongerAfterADeletionIsToldTheirNewCounts() {
    long seq = say(ann, kitchen, "tea?");
    ben.await(Event.Message.class);
    done(ann, id -> new Command.Edit(id, kitchen, seq, "@Ben tea?"));
    ben.await(Event.Edited.class);
    Event.ReadMark named = ben.await(Event.ReadMark.class);
    assertThat(named.mentions()).isEqualTo(1);
    assertThat(named.seq()).isLessThan(seq);

    done(ann, id -> new Command.Edit(id, kitchen, seq, "@Ben tea or coffee?"));
    done(ann, id -> new Command.Delete(id, kitchen, seq));
    ben.await(Event.Deleted.class);
    assertThat(ben.await(Event.ReadMark.class))
        .as("once: the second edit named nobody anew")
        .isEqualTo(new Event.ReadMark(kitchen, named.seq(), named.unread(), 0));
    assertThat(ann.soFar()).noneMatch(Event.ReadMark.class::isInstance);
  }

  @Test
  void whoHasReadItIsToldNothingOfCounts() {
    long seq = say(ann, kitchen, "@Ben tea?");
    ben.await(Event.Message.class);
    ben.say(new Command.Read(kitchen, seq));
    ben.await(Event.ReadMark.class);
    done(ann, id -> new Command.Delete(id, kitchen, seq));
    ben.await(Event.Deleted.class);
    say(ann, kitchen, "cake");
    ben.await(Event.Message.class);
    assertThat(ben.soFar()).noneMatch(Event.ReadMark.class::isInstance);
  }

  private static Event.Mentioned mentions(Guest who, long before, int limit) {
    who.say(new Command.Mentions(who.nextId(), before, limit));
    return who.await(Event.Mentioned.class);
  }

  @Test
  void strangersGetOneAnswerWhateverTheyTry() {
    long seq = say(ann, kitchen, "tea");
    List<LongFunction<Command>> tries =
        List.of(
            id -> new Command.Edit(id, kitchen, seq, "x"),
            id -> new Command.Delete(id, kitchen, seq),
            id -> new Command.React(id, kitchen, seq, "👍", true),
            id -> new Command.Pin(id, kitchen, seq, true),
            id -> new Command.Edits(id, kitchen, seq),
            id -> new Command.Thread(id, kitchen, seq, 0, 9),
            id -> new Command.Pins(id, kitchen),
            id -> new Command.Members(id, kitchen),
            id -> new Command.Unread(id, kitchen, 1),
            id -> new Command.Invite(id, kitchen, List.of(id(eve))),
            id -> new Command.Remove(id, kitchen, id(ann)),
            id -> new Command.SetRank(id, kitchen, id(eve), Rank.OWNER),
            id -> new Command.ChangeRoom(id, kitchen, "x", null, null, null, null));
    for (LongFunction<Command> one : tries) {
      refused(eve, ErrorCode.NO_SUCH_ROOM, one);
    }
  }

  // Rooms

  @Test
  void aPrivateRoomReachesWhoIsInvitedAndNobodyElse() {
    ann.say(new Command.CreateRoom(ann.nextId(), "den", RoomKind.PRIVATE, "", List.of(id(ben))));
    RoomState den = ann.await(Event.Joined.class).room();
    RoomId room = den.room().id();
    assertThat(den.rank()).isEqualTo(Rank.OWNER);
    assertThat(phone.await(Event.RoomAdded.class).room()).isEqualTo(den);
    assertThat(ben.await(Event.RoomAdded.class).room().room()).isEqualTo(den.room());
    say(ann, room, "psst");
    assertThat(ben.await(Event.Message.class).body()).isEqualTo("psst");
    ben.say(new Command.Typing(room));
    done(ann, id -> new Command.ChangeRoom(id, room, null, "hush", null, null, null));
    assertThat(ben.await(Event.RoomChanged.class).now().topic()).isEqualTo("hush");
    done(ann, id -> new Command.SetRank(id, room, id(ben), Rank.MODERATOR));
    assertThat(ben.await(Event.RankChanged.class).member().id()).isEqualTo(id(ben));
    refused(eve, ErrorCode.NO_SUCH_ROOM, id -> new Command.Join(id, new Command.Place.ById(room)));
    eve.say(new Command.Rooms(eve.nextId()));

    // Not one frame that has to do with it.
    assertThat(eve.soFar().toString()).doesNotContain("den", "psst", "hush", room.value());
    done(ann, id -> new Command.Invite(id, room, List.of(id(eve))));
    assertThat(eve.await(Event.RoomAdded.class).room().room().topic()).isEqualTo("hush");
    assertThat(eve.await(Event.JoinedRoom.class).by()).isEqualTo("Ann");
  }

  @Test
  void whoIsRemovedHearsItAndThenNothingMore() {
    done(ann, id -> new Command.Remove(id, kitchen, id(ben)));
    assertThat(ben.await(Event.RoomRemoved.class).room()).isEqualTo(kitchen);
    assertThat(phone.await(Event.LeftRoom.class).by()).isEqualTo("Ann");
    say(ann, kitchen, "alone");

    assertThat(roomEvents(ben)).isEmpty();
    ben.say(new Command.Send(ben.nextId(), kitchen, Nonce.fresh(), "hello?"));
    assertThat(ben.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
  }

  @Test
  void aDirectRoomIsThereForBothAndForNobodyElse() {
    ann.say(new Command.OpenDirect(ann.nextId(), List.of(id(ben))));
    RoomState direct = ann.await(Event.Joined.class).room();
    RoomId room = direct.room().id();
    assertThat(direct.with()).extracting(user -> user.name()).containsExactly("Ben");
    assertThat(phone.await(Event.RoomAdded.class).room()).isEqualTo(direct);
    RoomState bens = ben.await(Event.RoomAdded.class).room();
    assertThat(bens.with()).extracting(user -> user.name()).containsExactly("Ann");
    long seq = say(ann, room, "hi");
    assertThat(seq).isEqualTo(1);
    assertThat(ben.await(Event.Message.class).body()).isEqualTo("hi");

    ben.say(new Command.Got(room, seq));
    for (Guest device : List.of(ann, phone)) {
      assertThat(device.await(Event.Seen.class)).isEqualTo(new Event.Seen(room, id(ben), 0, seq));
    }
    ben.say(new Command.Read(room, seq));
    for (Guest device : List.of(ann, phone)) {
      assertThat(device.await(Event.Seen.class)).isEqualTo(new Event.Seen(room, id(ben), seq, seq));
    }
    ben.say(new Command.Leave(ben.nextId(), room));
    assertThat(ben.await(Event.Failed.class).code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(eve.soFar().toString()).doesNotContain(room.value());
    Guest late = again(ben, Map.of(), 0);
    assertThat(late.welcome().rooms())
        .filteredOn(state -> state.room().kind() == RoomKind.DIRECT)
        .extracting(RoomState::with)
        .containsExactly(bens.with());
    late.close();
  }

  @Test
  void announcementsAndArchivesAreKept() {
    done(
        ann,
        id ->
            new Command.ChangeRoom(id, kitchen, null, null, "For news", Posting.MODERATORS, null));
    assertThat(ben.await(Event.RoomChanged.class).now().description()).isEqualTo("For news");
    refused(ben, ErrorCode.FORBIDDEN, id -> new Command.Send(id, kitchen, Nonce.fresh(), "me too"));
    done(ann, id -> new Command.ChangeRoom(id, kitchen, null, null, null, null, true));
    refused(
        ann, ErrorCode.FORBIDDEN, id -> new Command.Send(id, kitchen, Nonce.fresh(), "me neither"));
    assertThat(eve.join("kitchen").room().archived()).isTrue();
  }

  // What a person keeps and is

  @Test
  void whatIsKeptReachesAllDevicesBeforeItIsDone() {
    ann.say(new Command.Keep(77, "draft/" + kitchen, "{\"text\":\"Dear\"}"));
    var kept = new Kept("draft/" + kitchen, "{\"text\":\"Dear\"}", 1);
    assertThat(ann.until(Event.Done.class)).contains(new Event.KeptChanged(kept));
    assertThat(phone.await(Event.KeptChanged.class).kept()).isEqualTo(kept);
    done(ann, id -> new Command.Keep(id, "sections", "[]"));
    done(phone, id -> new Command.Keep(id, "draft/" + kitchen, null));

    Guest knowsOne = again(ann, Map.of(), 1);
    assertThat(keptBy(knowsOne))
        .containsExactly(new Kept("sections", "[]", 2), new Kept("draft/" + kitchen, null, 3));
    Guest knowsAll = again(ann, Map.of(), 3);
    assertThat(keptBy(knowsAll)).isEmpty();
    Guest ofAnother = Guest.connect(server.port());
    ofAnother.say(
        new Command.Hello(
            1, 1, "test", new Command.Auth.Token(ann.welcome().token()), "old", Map.of(), 3));
    assertThat(keptBy(ofAnother)).hasSize(2);
    assertThat(ben.soFar()).noneMatch(Event.KeptChanged.class::isInstance);
    List.of(knowsOne, knowsAll, ofAnother).forEach(Guest::close);
  }

  @Test
  void aStatusIsToldWithThePresenceAndInTheLists() {
    var lunch = new Status("🍝", "at lunch", System.currentTimeMillis() + 3_600_000);
    done(ann, id -> new Command.SetStatus(id, lunch));

    Event.PresenceChanged told =
        ben.await(Event.PresenceChanged.class, e -> lunch.equals(e.status()));
    assertThat(told.user()).isEqualTo(id(ann));
    ben.say(new Command.Members(ben.nextId(), kitchen));
    assertThat(ben.await(Event.MemberList.class).members().getFirst().status()).isEqualTo(lunch);
    eve.say(new Command.People(eve.nextId(), "AN", 10));
    Event.PeopleList people = eve.await(Event.PeopleList.class);
    assertThat(people.people()).hasSize(1);
    assertThat(people.people().getFirst().status()).isEqualTo(lunch);
    assertThat(people.people().getFirst().presence()).isEqualTo(Presence.ONLINE);
    ann.say(new Command.SetPresence(Presence.AWAY));
    phone.say(new Command.SetPresence(Presence.AWAY));
    assertThat(ben.await(Event.PresenceChanged.class, e -> e.presence() == Presence.AWAY).status())
        .isEqualTo(lunch);
    done(ann, id -> new Command.SetStatus(id, new Status("", "over", 1)));
    ben.await(Event.PresenceChanged.class, e -> e.user().equals(id(ann)) && e.status() == null);
  }

  @Test
  void aStatusComesBackWithItsPerson() {
    var away = new Status("", "gone fishing", 0);
    done(eve, id -> new Command.SetStatus(id, away));
    String token = eve.welcome().token();
    eve.join("kitchen");
    eve.close();
    Guest back = Guest.connect(server.port());
    back.hello(new Command.Auth.Token(token), null, Map.of());
    assertThat(ben.await(Event.PresenceChanged.class, e -> away.equals(e.status())).user())
        .isEqualTo(id(eve));
    back.close();
  }

  @Test
  void markedUnreadIsUnreadOnAllDevices() {
    long first = say(ben, kitchen, "one");
    say(ben, kitchen, "two");
    ann.say(new Command.Read(kitchen, first + 1));
    phone.await(Event.ReadMark.class, mark -> mark.seq() == first + 1);
    done(ann, id -> new Command.Unread(id, kitchen, first));

    assertThat(phone.await(Event.ReadMark.class))
        .isEqualTo(new Event.ReadMark(kitchen, first - 1, 2, 0));
    assertThat(ben.soFar()).noneMatch(Event.ReadMark.class::isInstance);
  }

  // How the tests speak

  private static UserId id(Guest guest) {
    return guest.welcome().user().id();
  }

  private static long say(Guest who, RoomId room, String text) {
    return send(who, room, text, Command.Hook.NONE);
  }

  private static long send(Guest who, RoomId room, String text, Command.Hook hook) {
    long id = who.nextId();
    who.say(new Command.Send(id, room, Nonce.fresh(), text, hook));
    return who.expect(Event.Ack.class, id).seq();
  }

  /** Without swallowing what comes before the answer, as {@link Guest#await} would. */
  private static void done(Guest who, LongFunction<Command> command) {
    long id = who.nextId();
    who.say(command.apply(id));
    who.expect(Event.Done.class, id);
  }

  private static void refused(Guest who, ErrorCode code, LongFunction<Command> command) {
    long id = who.nextId();
    who.say(command.apply(id));
    assertThat(who.expect(Event.Failed.class, id).code()).isEqualTo(code);
  }

  private Guest again(Guest who, Map<RoomId, Long> cursors, long kept) {
    Guest again = Guest.connect(server.port());
    again.hello(
        new Command.Auth.Token(who.welcome().token()), ann.welcome().epoch(), cursors, kept);
    return again;
  }

  private static List<Kept> keptBy(Guest who) {
    return who.until(Event.CaughtUp.class).stream()
        .filter(Event.KeptChanged.class::isInstance)
        .map(event -> ((Event.KeptChanged) event).kept())
        .toList();
  }

  private static List<Event> roomEvents(Guest who) {
    return who.soFar().stream().filter(Event.RoomEvent.class::isInstance).toList();
  }
}
