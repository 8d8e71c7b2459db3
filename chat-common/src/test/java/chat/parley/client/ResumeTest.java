package chat.parley.client;

import static chat.parley.client.Talk.KITCHEN;
import static chat.parley.client.Talk.LOBBY;
import static chat.parley.client.Talk.message;
import static chat.parley.client.Talk.messages;
import static chat.parley.client.Talk.room;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ResumeTest {
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

  /** As if an earlier run had read the lobby up to there. */
  private void keptFrom(String epoch, long first, long last) {
    journal.loggedIn(new Journal.Login(epoch, "token-1", Talk.ANN));
    journal.append(LOBBY, List.of(messages(LOBBY, first, last)));
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static Event.HistoryPage page(
      Command.History asked, long first, long last, boolean more) {
    return new Event.HistoryPage(
        asked.id(), asked.room(), List.of(messages(asked.room(), first, last)), more);
  }

  @Test
  void missedEventsComeOnceAndTheCursorsAreSaid() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 5));
    peer.say(messages(LOBBY, 6, 8));
    heard.awaitEvents(3);
    peer.cut();

    peer = server.accept();
    var hello = peer.expect(Command.Hello.class);
    assertThat(hello.cursors()).isEqualTo(Map.of(LOBBY, 8L));
    peer.say(Talk.welcome(hello, room(LOBBY, 11)));
    peer.say(messages(LOBBY, 9, 11));
    peer.say(new Event.CaughtUp());
    peer.say(message(LOBBY, 12));
    heard.awaitEvents(7);
    assertThat(heard.seqs(LOBBY)).isEqualTo(range(6, 12));
    assertThat(journal.events(LOBBY)).extracting(Event.RoomEvent::seq).isEqualTo(range(6, 12));
  }

  @Test
  void aTokenThatIsSaidInBetweenIsTheOneToComeBackBy() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 5));
    peer.say(new Event.NewToken("token-of-today"), message(LOBBY, 6));
    heard.awaitEvents(1);
    peer.cut();

    peer = server.accept();
    assertThat(peer.expect(Command.Hello.class).auth())
        .isEqualTo(new Command.Auth.Token("token-of-today"));
  }

  @Test
  void aRoomOfWhichNothingIsKeptStartsAtItsHead() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 41));
    heard.awaitLink(LinkState.LIVE);
    assertThat(peer.peek()).isNull();
    peer.say(message(LOBBY, 41), message(LOBBY, 42));
    heard.awaitEvents(1);
    assertThat(heard.seqs(LOBBY)).containsExactly(42L);
    assertThat(journal.cursors()).isEqualTo(Map.of(LOBBY, 42L));
  }

  @Test
  void aHoleIsFilledByHistoryAndNothingIsShownBefore() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    peer.say(messages(LOBBY, 1, 2));
    peer.say(messages(LOBBY, 5, 6));
    var asked = peer.expect(Command.History.class);
    assertThat(asked.span()).isEqualTo(new Command.Span.After(2));
    assertThat(asked.limit()).isEqualTo(Talk.LIMITS.historyEvents());
    heard.awaitEvents(2);
    assertThat(heard.seqs(LOBBY)).isEqualTo(range(1, 2));
    peer.say(page(asked, 3, 5, true));
    heard.awaitEvents(6);
    assertThat(heard.seqs(LOBBY)).isEqualTo(range(1, 6));
  }

  @Test
  void duplicatesAreDropped() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    peer.say(message(LOBBY, 1), message(LOBBY, 1), message(LOBBY, 2), message(LOBBY, 1));
    peer.say(message(LOBBY, 3));
    heard.awaitEvents(3);
    assertThat(heard.seqs(LOBBY)).isEqualTo(range(1, 3));
  }

  @Test
  void moreThanCanBeHeldIsFetchedPageByPage() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    peer.say(messages(LOBBY, 2, 600));
    var asked = peer.expect(Command.History.class);
    peer.say(page(asked, 1, 1, true));
    asked = peer.expect(Command.History.class);
    assertThat(asked.span()).isEqualTo(new Command.Span.After(201));
    peer.say(page(asked, 202, 400, true));
    asked = peer.expect(Command.History.class);
    peer.say(page(asked, 401, 600, false));
    heard.awaitEvents(600);
    assertThat(heard.seqs(LOBBY)).isEqualTo(range(1, 600));
  }

  @Test
  void liveOnlyWhenLevelWithWhatTheWelcomeTold() throws Exception {
    keptFrom("e1", 1, 10);
    var peer = server.accept();
    peer.cut();
    peer = server.accept();
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, room(LOBBY, 30)), new Event.CaughtUp());
    var asked = peer.expect(Command.History.class);
    assertThat(asked.span()).isEqualTo(new Command.Span.After(10));
    peer.say(message(LOBBY, 31));
    peer.say(page(asked, 11, 20, true));
    asked = peer.expect(Command.History.class);
    assertThat(heard.count(LinkState.LIVE)).isZero();
    peer.say(page(asked, 21, 30, true));
    heard.awaitLink(LinkState.LIVE);
    assertThat(heard.seqs(LOBBY)).isEqualTo(range(11, 31));
  }

  @Test
  void aNewEpochForgetsWhatWasKept() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0), room(KITCHEN, 0));
    peer.say(messages(LOBBY, 1, 3));
    peer.say(messages(KITCHEN, 1, 3));
    heard.awaitEvents(6);
    peer.cut();

    peer = server.accept();
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, "e2", Talk.LIMITS, room(LOBBY, 2), room(KITCHEN, 7)));
    peer.say(new Event.CaughtUp(), message(LOBBY, 3));
    heard.awaitEvents(7);
    assertThat(heard.resets()).containsExactlyInAnyOrder(LOBBY, KITCHEN);
    assertThat(journal.cursors()).isEqualTo(Map.of(LOBBY, 3L));
    assertThat(journal.login()).isEqualTo(new Journal.Login("e2", "token-1", Talk.ANN));
    assertThat(journal.events(LOBBY)).hasSize(1);
  }

  @Test
  void aResetConcernsOneRoomOnly() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0), room(KITCHEN, 0));
    peer.say(messages(LOBBY, 1, 3));
    peer.say(messages(KITCHEN, 1, 3));
    peer.say(new Event.Reset(KITCHEN), message(KITCHEN, 4), message(LOBBY, 4));
    heard.awaitEvents(8);
    assertThat(heard.resets()).containsExactly(KITCHEN);
    assertThat(journal.events(KITCHEN)).extracting(Event.RoomEvent::seq).containsExactly(4L);
    assertThat(journal.events(LOBBY)).hasSize(4);
  }

  @Test
  void aHoleThatTheServerCannotFillIsTriedOnANewConnection() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    peer.say(message(LOBBY, 2));
    peer.say(
        new Event.HistoryPage(peer.expect(Command.History.class).id(), LOBBY, List.of(), false));
    peer = server.accept();
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, room(LOBBY, 2)), new Event.CaughtUp(), message(LOBBY, 3));
    heard.awaitEvents(1);
    assertThat(heard.seqs(LOBBY)).containsExactly(3L);
  }

  @Test
  void aRefusedHistoryIsAskedAgainWhenTheServerIsLessBusy() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    peer.say(message(LOBBY, 2));
    var asked = peer.expect(Command.History.class);
    peer.say(new Event.Failed(asked.id(), ErrorCode.BUSY, "Later.", 10));
    asked = peer.expect(Command.History.class);
    peer.say(page(asked, 1, 2, false));
    heard.awaitEvents(2);
    assertThat(heard.count(LinkState.WAITING)).isZero();
  }

  @Test
  void aRoomThatMayNotBeReadDoesNotHoldUpTheOthers() throws Exception {
    keptFrom("e1", 1, 3);
    server.accept().cut();
    var peer = server.accept();
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, room(LOBBY, 9), room(KITCHEN, 0)), new Event.CaughtUp());
    var asked = peer.expect(Command.History.class);
    peer.say(new Event.Failed(asked.id(), ErrorCode.NO_SUCH_ROOM, "There is no such room.", 0));
    heard.awaitLink(LinkState.LIVE);
    peer.say(message(KITCHEN, 1));
    heard.awaitEvents(1);
  }

  @Test
  void anEventOfAnUnknownKindCounts() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    peer.say("{\"type\":\"sung\",\"room\":\"r-lobby\",\"seq\":1,\"at\":5,\"song\":\"la\"}");
    peer.say(message(LOBBY, 2));
    heard.awaitEvents(2);
    assertThat(heard.events().getFirst()).isEqualTo(new Event.Unrecognized(LOBBY, 1, 5, "sung"));
    assertThat(journal.cursors()).isEqualTo(Map.of(LOBBY, 2L));
  }

  @Test
  void whatArrivesTogetherIsHandedOverTogether() throws Exception {
    server.accept();
    client.close();
    var allRead = new CountDownLatch(1);
    var slow =
        new BrokenJournal(journal) {
          @Override
          public void append(RoomId room, List<Event.RoomEvent> events) {
            awaitUninterruptibly(allRead);
            super.append(room, events);
          }
        };
    try (var other = ParleyClient.start(Talk.config(server.address()), slow, heard)) {
      var peer = server.accept();
      Talk.letIn(peer, room(LOBBY, 0));
      heard.awaitLink(LinkState.LIVE);
      peer.say(messages(LOBBY, 1, 1_000));
      peer.awaitRead();
      allRead.countDown();
      heard.awaitEvents(1_000);
      assertThat(heard.seqs(LOBBY)).isEqualTo(range(1, 1_000));
      assertThat(heard.batches()).allMatch(batch -> batch.size() <= 200);
      assertThat(heard.batches()).as("the first, and five of the rest").hasSizeLessThanOrEqualTo(6);
      assertThat(other.rooms()).isNotDone();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatCouldNotBeSavedIsNotShownAndComesAgain() throws Exception {
    server.accept();
    client.close();
    var failures = new AtomicInteger(1);
    var failing =
        new BrokenJournal(journal) {
          @Override
          public void append(RoomId room, List<Event.RoomEvent> events) {
            if (failures.getAndDecrement() > 0) {
              throw new IllegalStateException("disk full");
            }
            super.append(room, events);
          }
        };
    try (var other = ParleyClient.start(Talk.config(server.address()), failing, heard)) {
      var peer = server.accept();
      Talk.letIn(peer, room(LOBBY, 0));
      heard.awaitLink(LinkState.LIVE);
      peer.say(message(LOBBY, 1));
      heard.await("a cut", r -> r.count(LinkState.WAITING) == 1);
      assertThat(heard.events()).isEmpty();
      assertThat(heard.links())
          .filteredOn(link -> link.state() == LinkState.WAITING)
          .allMatch(link -> link.problem().contains("could not be saved"));
      peer = server.accept();
      Talk.letIn(peer, room(LOBBY, 0));
      peer.say(message(LOBBY, 1));
      heard.awaitEvents(1);
      assertThat(other.rooms()).isNotDone();
    }
  }

  @Test
  void aListenerThatThrowsDoesNotHarmTheConnection() throws Exception {
    server.accept();
    client.close();
    var careless =
        new Recorder() {
          @Override
          public synchronized void onEvents(RoomId room, List<Event.RoomEvent> events) {
            super.onEvents(room, events);
            throw new IllegalStateException("a bug of the app");
          }
        };
    try (var other = ParleyClient.start(Talk.config(server.address()), journal, careless)) {
      var peer = server.accept();
      Talk.letIn(peer, room(LOBBY, 0));
      careless.awaitLink(LinkState.LIVE);
      peer.say(message(LOBBY, 1));
      careless.awaitEvents(1);
      peer.say(message(LOBBY, 2));
      careless.awaitEvents(2);
      assertThat(careless.count(LinkState.WAITING)).isZero();
      assertThat(other.rooms()).isNotDone();
    }
  }
}
