package chat.parley.client;

import static chat.parley.client.Talk.KITCHEN;
import static chat.parley.client.Talk.LOBBY;
import static chat.parley.client.Talk.message;
import static chat.parley.client.Talk.messages;
import static chat.parley.client.Talk.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Changes;
import chat.parley.model.Presence;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RoomsTest {
  private final ScriptedServer server = new ScriptedServer();
  private final MemoryJournal journal = new MemoryJournal();
  private final Recorder heard = new Recorder();
  private final ParleyClient client =
      ParleyClient.start(Talk.config(server.address()), journal, heard);

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  private ScriptedServer.Peer live(RoomState... rooms) throws InterruptedException {
    var peer = server.accept();
    Talk.letIn(peer, rooms);
    heard.awaitLink(LinkState.LIVE);
    return peer;
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(5, TimeUnit.SECONDS);
  }

  private static Event.Message said(long seq, User from, boolean mentionsAnn) {
    return new Event.Message(
        LOBBY,
        seq,
        from.id(),
        from.name(),
        seq,
        "hi",
        mentionsAnn ? List.of(Talk.ANN.id()) : List.of(),
        null);
  }

  @Test
  void whoMayNotWriteInARoomHearsItAndHearsWhenTheyMayAgain() throws Exception {
    var peer = live(room(LOBBY, 1));
    peer.say(new Event.Muted(LOBBY, 1_790_000_000_000L));
    heard.await("muted", r -> mutedUntil() == 1_790_000_000_000L);
    peer.say(message(LOBBY, 2));
    heard.awaitEvents(1);
    assertThat(mutedUntil()).isEqualTo(1_790_000_000_000L);
    peer.say(new Event.Muted(LOBBY, 0));
    heard.await("no longer muted", r -> mutedUntil() == 0);
  }

  @Test
  void whatIsAnnouncedIsHeardAndAnswersToThoseWhoRunTheServerGoToWhoAsked() throws Exception {
    var peer = live();
    var said = new Event.Announced("Restart at six", "Cleo", 1, 2);
    peer.say(said);
    heard.await("announcement", r -> r.announced().equals(List.of(said)));
    var asking = client.ask(Command.Invites::new, Event.InviteList.class);
    var asked = peer.expect(Command.Invites.class);
    peer.say(new Event.InviteList(asked.id(), List.of()));
    assertThat(get(asking).invitations()).isEmpty();
  }

  private long mutedUntil() {
    return journal.rooms().stream()
        .filter(state -> state.room().id().equals(LOBBY))
        .mapToLong(RoomState::mutedUntil)
        .sum();
  }

  @Test
  void aJoinedRoomIsKeptAndItsEventsCome() throws Exception {
    var peer = live();
    var place = new Command.Place.ByName("kitchen", true);
    var joining = client.join(place);
    var asked = peer.expect(Command.Join.class);
    assertThat(asked.place()).isEqualTo(place);
    peer.say(new Event.Joined(asked.id(), room(KITCHEN, 1)), message(KITCHEN, 2));
    assertThat(get(joining).room()).isEqualTo(room(KITCHEN, 1));
    heard.awaitEvents(1);
    assertThat(journal.rooms()).extracting(state -> state.room().id()).containsExactly(KITCHEN);
    assertThat(journal.cursors()).isEqualTo(Map.of(KITCHEN, 2L));
  }

  @Test
  void anEventThatOvertakesTheAnswerToJoinIsNotLost() throws Exception {
    var peer = live();
    var joining = client.join(new Command.Place.ById(KITCHEN));
    var asked = peer.expect(Command.Join.class);
    peer.say(message(KITCHEN, 8), new Event.Joined(asked.id(), room(KITCHEN, 7)));
    var page = peer.expect(Command.History.class);
    assertThat(page.span()).isEqualTo(new Command.Span.After(7));
    peer.say(new Event.HistoryPage(page.id(), KITCHEN, List.of(message(KITCHEN, 8)), false));
    heard.awaitEvents(1);
    assertThat(get(joining).room().head()).isEqualTo(7);
  }

  @Test
  void aRoomThatWasLeftIsForgotten() throws Exception {
    var peer = live(room(LOBBY, 0), room(KITCHEN, 0));
    peer.say(message(LOBBY, 1));
    heard.awaitEvents(1);
    var leaving = client.leave(LOBBY);
    peer.say(new Event.Left(peer.expect(Command.Leave.class).id(), LOBBY), message(LOBBY, 2));
    get(leaving);
    peer.say(new Event.RoomRemoved(KITCHEN), new Event.RoomAdded(room(LOBBY, 5)));
    heard.await("the rooms", r -> r.removed().size() == 2 && r.room(LOBBY).head() == 5);
    assertThat(heard.removed()).containsExactly(LOBBY, KITCHEN);
    assertThat(heard.seqs(LOBBY)).containsExactly(1L);
    assertThat(journal.rooms()).containsExactly(heard.room(LOBBY));
    assertThat(journal.cursors()).isEmpty();
  }

  @Test
  void listsAreAnswered() throws Exception {
    var peer = live(room(LOBBY, 0));
    var rooms = client.rooms();
    var listing = List.of(new RoomListing(room(LOBBY, 0).room(), 3, true));
    peer.say(new Event.RoomList(peer.expect(Command.Rooms.class).id(), listing));
    assertThat(get(rooms).rooms()).isEqualTo(listing);
    var members = client.members(LOBBY);
    peer.say(new Event.MemberList(peer.expect(Command.Members.class).id(), LOBBY, List.of()));
    assertThat(get(members).members()).isEmpty();
  }

  @Test
  void aRefusalCarriesTheServersSentence() throws Exception {
    var peer = live();
    var joining = client.join(new Command.Place.ByName("secret", false));
    peer.say(
        new Event.Failed(
            peer.expect(Command.Join.class).id(), ErrorCode.NO_SUCH_ROOM, "No such room.", 0));
    assertThatThrownBy(() -> get(joining))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isEqualTo(joining.exceptionNow())
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
              assertThat(e.sentence()).isEqualTo("No such room.");
            });
  }

  @Test
  void withoutAConnectionACommandFailsAtOnceAndWhenCutToo() throws Exception {
    var early = client.rooms();
    assertThatThrownBy(() -> get(early)).hasCauseInstanceOf(NotConnectedException.class);
    var peer = live();
    var cut = client.rooms();
    peer.expect(Command.Rooms.class);
    peer.cut();
    assertThatThrownBy(() -> get(cut))
        .hasCauseInstanceOf(NotConnectedException.class)
        .hasMessageContaining(server.address().toString());
    Talk.letIn(server.accept());
    heard.await("live again", r -> r.count(LinkState.LIVE) == 2);
  }

  @Test
  void numbersFollowTheEvents() throws Exception {
    var peer = live(room(LOBBY, 10, 8, 2, 1));
    peer.say(said(11, Talk.BEN, true), said(12, Talk.BEN, false));
    peer.say(new Event.JoinedRoom(LOBBY, 13, Talk.BEN.id(), "Ben", 0));
    heard.await("13", r -> !r.rooms().isEmpty() && r.room(LOBBY).head() == 13);
    assertThat(heard.room(LOBBY)).isEqualTo(room(LOBBY, 13, 8, 4, 2));

    peer.say(said(14, Talk.ANN, false));
    heard.await("14", r -> r.room(LOBBY).head() == 14);
    assertThat(heard.room(LOBBY)).isEqualTo(room(LOBBY, 14, 14, 0, 0));

    peer.say(said(15, Talk.BEN, false), new Event.ReadMark(LOBBY, 15, 0, 0));
    heard.await("read 15", r -> r.room(LOBBY).read() == 15);
    assertThat(heard.room(LOBBY)).isEqualTo(room(LOBBY, 15));
    assertThat(heard.marks()).containsExactly(new Event.ReadMark(LOBBY, 15, 0, 0));
    assertThat(journal.rooms()).containsExactly(room(LOBBY, 15));
  }

  @Test
  void hereCountsOnlyWhileThisPersonIsOnlineAndRoomAlways() throws Exception {
    var peer = live(room(LOBBY, 10));
    peer.say(calling(11, Ties.Call.HERE));
    peer.say(new Event.PresenceChanged(Talk.BEN.id(), Presence.AWAY), calling(12, Ties.Call.HERE));
    peer.say(new Event.PresenceChanged(Talk.ANN.id(), Presence.AWAY), calling(13, Ties.Call.HERE));
    peer.say(calling(14, Ties.Call.ROOM));
    peer.say(new Event.PresenceChanged(Talk.ANN.id(), Presence.ONLINE));
    peer.say(calling(15, Ties.Call.HERE));
    heard.await("15", r -> !r.rooms().isEmpty() && r.room(LOBBY).head() == 15);
    assertThat(heard.room(LOBBY)).isEqualTo(room(LOBBY, 15, 10, 5, 4));
  }

  private static Event.Message calling(long seq, Ties.Call call) {
    return new Event.Message(
        LOBBY,
        seq,
        Talk.BEN.id(),
        Talk.BEN.name(),
        seq,
        "hi",
        List.of(),
        null,
        new Ties(0, 0, null, call),
        Changes.NONE);
  }

  @Test
  void missedEventsThatTheWelcomeCountedAreNotCountedAgain() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    peer.say(said(1, Talk.BEN, false));
    heard.awaitEvents(1);
    peer.cut();
    peer = server.accept();
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, room(LOBBY, 3, 0, 3, 1)));
    peer.say(said(2, Talk.BEN, true), said(3, Talk.BEN, false), new Event.CaughtUp());
    peer.say(said(4, Talk.BEN, false));
    heard.await("4", r -> r.room(LOBBY).head() == 4);
    assertThat(heard.room(LOBBY)).isEqualTo(room(LOBBY, 4, 0, 4, 1));
  }

  @Test
  void readingHereClearsTheBadgeAtOnce() throws Exception {
    live(room(LOBBY, 10, 8, 2, 1));
    client.read(LOBBY, 10);
    heard.await("read", r -> !r.rooms().isEmpty());
    assertThat(heard.room(LOBBY)).isEqualTo(room(LOBBY, 10));
  }

  @Test
  void olderPagesThatTouchWhatIsKeptAreKept() throws Exception {
    var peer = live(room(LOBBY, 100));
    askOlder(peer, 101, 91, 100);
    assertThat(journal.cursors()).isEqualTo(Map.of(LOBBY, 100L));
    askOlder(peer, 91, 81, 90);
    askOlder(peer, 71, 61, 70);
    peer.say(message(LOBBY, 101));
    heard.awaitEvents(1);
    assertThat(journal.events(LOBBY)).hasSize(21);
    assertThat(journal.events(LOBBY).getFirst().seq()).isEqualTo(81);
    assertThat(journal.events(LOBBY).getLast().seq()).isEqualTo(101);
    assertThat(heard.seqs(LOBBY)).containsExactly(101L);
  }

  private void askOlder(ScriptedServer.Peer peer, long before, long first, long last)
      throws Exception {
    var asking = client.history(LOBBY, new Command.Span.Before(before), 10);
    var asked = peer.expect(Command.History.class);
    assertThat(asked.limit()).isEqualTo(10);
    peer.say(new Event.HistoryPage(asked.id(), LOBBY, List.of(messages(LOBBY, first, last)), true));
    assertThat(get(asking).events()).hasSize(10);
  }

  @Test
  void anOldPageOfARoomThatIsNotKeptIsShownButNotKept() throws Exception {
    var peer = live(room(LOBBY, 100));
    askOlder(peer, 51, 41, 50);
    assertThat(journal.cursors()).isEmpty();
    peer.say(message(LOBBY, 101));
    heard.awaitEvents(1);
    assertThat(journal.events(LOBBY)).hasSize(1);
  }
}
