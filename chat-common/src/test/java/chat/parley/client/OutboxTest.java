package chat.parley.client;

import static chat.parley.client.Talk.LOBBY;
import static chat.parley.client.Talk.ack;
import static chat.parley.client.Talk.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.MessageLimits;
import chat.parley.model.Nonce;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class OutboxTest {
  private final ScriptedServer server = new ScriptedServer();
  private final MemoryJournal journal = new MemoryJournal();
  private final Recorder heard = new Recorder();
  private final FakeTime time = new FakeTime();
  private ParleyClient client = start();

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  private ParleyClient start() {
    return ParleyClient.start(Talk.config(server.address(), time), journal, heard);
  }

  private Nonce send(String body) throws Exception {
    return client.send(LOBBY, body).get(5, TimeUnit.SECONDS);
  }

  private List<Command.Send> take(ScriptedServer.Peer peer, int count) throws Exception {
    var sends = new ArrayList<Command.Send>();
    for (int i = 0; i < count; i++) {
      sends.add(peer.expect(Command.Send.class));
    }
    return sends;
  }

  private static List<String> bodies(List<Command.Send> sends) {
    return sends.stream().map(Command.Send::body).toList();
  }

  private ScriptedServer.Peer reconnected() throws Exception {
    heard.await("a cut", r -> r.link().state() == LinkState.WAITING);
    client.retryNow();
    return server.accept();
  }

  @Test
  void aMessageIsOnDiskBeforeItIsSaidAndGoneWhenAcknowledged() throws Exception {
    var peer = server.accept();
    Nonce nonce = send("hello");
    assertThat(journal.outbox())
        .singleElement()
        .matches(m -> m.state() == Outgoing.State.QUEUED && m.nonce().equals(nonce))
        .matches(m -> m.queuedAt() == time.millis());
    Talk.letIn(peer, room(LOBBY, 0));
    var said = peer.expect(Command.Send.class);
    assertThat(said.nonce()).isEqualTo(nonce);
    assertThat(journal.outbox()).hasSize(1);
    peer.say(ack(said, 1));
    heard.awaitSent(1);
    assertThat(journal.outbox()).isEmpty();
    assertThat(heard.outgoing(Outgoing.State.SENT).getFirst().seq()).isEqualTo(1);
  }

  @Test
  void whatIsWrittenBeforeTheFirstConnectionMayBeOpenedGoesOutWithIt() throws Exception {
    server.accept();
    client.close();
    var go = new CompletableFuture<Void>();
    client = ParleyClient.start(Talk.config(server.address(), time), journal, heard, go);
    send("early");
    client.retryNow();
    assertThat(server.nobodyWaits()).isTrue();
    go.complete(null);
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    assertThat(peer.expect(Command.Send.class).body()).isEqualTo("early");
    assertThat(server.nobodyWaits()).isTrue();
  }

  @Test
  void aClientThatIsClosedBeforeItMayConnectNeverDoes() throws Exception {
    server.accept();
    client.close();
    var go = new CompletableFuture<Void>();
    client = ParleyClient.start(Talk.config(server.address(), time), journal, heard, go);
    client.close();
    go.complete(null);
    client = start();
    server.accept();
    assertThat(server.nobodyWaits()).isTrue();
  }

  @Test
  void everythingUnacknowledgedIsSaidAgainInOrderWithTheSameNonce() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    for (int i = 0; i < 5; i++) {
      send("m" + i);
    }
    var first = take(peer, 5);
    assertThat(bodies(first)).containsExactly("m0", "m1", "m2", "m3", "m4");
    peer.say(ack(first.get(0), 1), ack(first.get(2), 3));
    heard.awaitSent(2);
    peer.cut();

    peer = reconnected();
    Talk.letIn(peer, room(LOBBY, 0));
    var again = take(peer, 3);
    assertThat(again)
        .extracting(Command.Send::nonce)
        .containsExactly(first.get(1).nonce(), first.get(3).nonce(), first.get(4).nonce());
    assertThat(again).noneMatch(send -> send.id() <= first.getLast().id());
  }

  @Test
  void theNonceSurvivesARestartOfTheApp() throws Exception {
    var peer = server.accept();
    Nonce early = send("before the restart");
    Talk.letIn(peer, room(LOBBY, 0));
    assertThat(peer.expect(Command.Send.class).nonce()).isEqualTo(early);
    client.close();

    client = start();
    Nonce late = send("after it");
    peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 1));
    var sends = take(peer, 2);
    assertThat(sends).extracting(Command.Send::nonce).containsExactly(early, late);
    sends.forEach(send -> assertThat(send.body()).isNotEmpty());
    peer.say(ack(sends.get(0), 1), ack(sends.get(1), 2));
    heard.awaitSent(2);
    assertThat(journal.outbox()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMITED", "BUSY", "STORAGE", "GOING_AWAY", "INTERNAL"})
  void aTemporaryRefusalKeepsTheOrder(ErrorCode code) throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    for (int i = 0; i < 4; i++) {
      send("m" + i);
    }
    var first = take(peer, 4);
    peer.say(ack(first.get(0), 1));
    for (Command.Send refused : first.subList(1, 4)) {
      peer.say(new Event.Failed(refused.id(), code, "Later.", 700));
    }
    heard.await("all queued again", r -> r.outgoing(Outgoing.State.QUEUED).size() == 4 + 3);
    send("m4");
    peer.say(new Event.Pong(0));
    assertThat(peer.peek()).isNull();
    time.pass(Duration.ofMillis(699), client);
    send("m5");
    assertThat(peer.peek()).isNull();

    time.pass(Duration.ofMillis(1), client);
    var again = take(peer, 5);
    assertThat(bodies(again)).containsExactly("m1", "m2", "m3", "m4", "m5");
    assertThat(again.getFirst().nonce()).isEqualTo(first.get(1).nonce());
    assertThat(heard.outgoing(Outgoing.State.FAILED)).isEmpty();
    assertThat(heard.link().state()).isEqualTo(LinkState.LIVE);
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_SUCH_ROOM", "FORBIDDEN", "TOO_BIG", "NONCE_CONFLICT", "BAD_MESSAGE"})
  void aPermanentRefusalIsKeptForThePerson(ErrorCode code) throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    Nonce bad = send("bad");
    send("good");
    var sends = take(peer, 2);
    peer.say(new Event.Failed(sends.get(0).id(), code, "You may not.", 0), ack(sends.get(1), 1));
    heard.awaitSent(1);
    assertThat(journal.outbox())
        .singleElement()
        .matches(m -> m.nonce().equals(bad) && m.state() == Outgoing.State.FAILED)
        .matches(m -> "You may not.".equals(m.problem()));

    assertThat(client.retry(bad).get(5, TimeUnit.SECONDS)).isTrue();
    var again = peer.expect(Command.Send.class);
    assertThat(again.nonce()).isEqualTo(bad);
    peer.say(ack(again, 2));
    heard.awaitSent(2);
    assertThat(client.retry(bad).get(5, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aFailedMessageStaysFailedAfterARestartAndCanBeDiscarded() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    Nonce bad = send("bad");
    var said = peer.expect(Command.Send.class);
    peer.say(new Event.Failed(said.id(), ErrorCode.FORBIDDEN, "You may not.", 0));
    heard.await("failed", r -> r.outgoing(Outgoing.State.FAILED).size() == 1);
    client.close();

    client = start();
    peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    send("next");
    assertThat(peer.expect(Command.Send.class).body()).isEqualTo("next");
    assertThat(client.discard(bad).get(5, TimeUnit.SECONDS)).isTrue();
    assertThat(client.discard(bad).get(5, TimeUnit.SECONDS)).isFalse();
    assertThat(journal.outbox()).extracting(Outgoing::body).containsExactly("next");
  }

  @Test
  void aQueuedMessageCanBeDiscardedAndOneOnTheWireCannot() throws Exception {
    var peer = server.accept();
    Nonce never = send("never");
    Nonce sent = send("sent");
    assertThat(client.discard(never).get(5, TimeUnit.SECONDS)).isTrue();
    Talk.letIn(peer, room(LOBBY, 0));
    assertThat(peer.expect(Command.Send.class).nonce()).isEqualTo(sent);
    assertThat(client.discard(sent).get(5, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void theEventOfAMessageSettlesItWithoutAnAck() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    Nonce nonce = send("hello");
    var said = peer.expect(Command.Send.class);
    peer.say(Talk.message(LOBBY, 1, Talk.ANN, "hello", nonce));
    heard.awaitSent(1);
    peer.say(ack(said, 1), Talk.message(LOBBY, 2));
    heard.awaitEvents(2);
    assertThat(heard.outgoing(Outgoing.State.SENT)).hasSize(1);
    assertThat(journal.outbox()).isEmpty();
  }

  @Test
  void noMoreThanTheServerAllowsIsUnacknowledged() throws Exception {
    var limits = new Limits(65_536, 16_384, 512, 3, 0, 0, 500, 0);
    var peer = server.accept();
    for (int i = 0; i < 5; i++) {
      send("m" + i);
    }
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, "e1", limits, room(LOBBY, 0)), new Event.CaughtUp());
    var first = take(peer, 3);
    send("m5");
    assertThat(peer.peek()).isNull();
    peer.say(ack(first.get(1), 2));
    assertThat(peer.expect(Command.Send.class).body()).isEqualTo("m3");
  }

  @Test
  void sendingKeepsToTheServersRate() throws Exception {
    var limits = new Limits(65_536, 16_384, 512, 32, 2, 5, 500, 0);
    var peer = server.accept();
    for (int i = 0; i < 4; i++) {
      send("m" + i);
    }
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, "e1", limits, room(LOBBY, 0)), new Event.CaughtUp());
    take(peer, 2);
    send("m4");
    assertThat(peer.peek()).isNull();
    for (int i = 2; i < 5; i++) {
      time.pass(Duration.ofMillis(200), client);
      assertThat(peer.expect(Command.Send.class).body()).isEqualTo("m" + i);
    }
  }

  @Test
  void aMessageThatCannotFitIsNotSaid() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    send("x".repeat(Talk.LIMITS.bodyChars() + 1));
    send("short");
    assertThat(peer.expect(Command.Send.class).body()).isEqualTo("short");
    assertThat(journal.outbox())
        .filteredOn(m -> m.state() == Outgoing.State.FAILED)
        .singleElement()
        .matches(m -> m.problem().contains("too long"));
  }

  @Test
  void otherLimitsOfTheServerCountAtOnce() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    send("x".repeat(101));
    peer.expect(Command.Send.class);
    Limits now = Talk.LIMITS.withMessages(new MessageLimits(100, 5, 30));
    peer.say(
        new Event.ServerChanged(new Event.ServerInfo("Office", "1", now)),
        new Event.Announced("Shorter, please", "Cleo", 0, 1));
    heard.await("the news", r -> !r.announced().isEmpty());
    send("y".repeat(101));
    send("short");
    assertThat(peer.expect(Command.Send.class).body()).isEqualTo("short");
  }

  @Test
  void aServerThatNeverAcknowledgesIsLeft() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    send("hello");
    peer.expect(Command.Send.class);
    time.pass(Duration.ofSeconds(19), client);
    peer.say(new Event.Pong(0));
    client.history(LOBBY, new Command.Span.Before(1), 1);
    peer.expect(Command.History.class);
    assertThat(heard.link().state()).isEqualTo(LinkState.LIVE);
    time.pass(Duration.ofSeconds(1), client);
    heard.awaitLink(LinkState.WAITING);
    assertThat(heard.link().problem()).contains("has not confirmed");
  }

  @Test
  void aJournalThatCannotWriteTellsWhoSends() throws Exception {
    client.close();
    var full =
        new BrokenJournal(journal) {
          @Override
          public void put(Outgoing message) {
            throw new IllegalStateException("disk full");
          }
        };
    client = ParleyClient.start(Talk.config(server.address(), time), full, heard);
    assertThatThrownBy(() -> send("lost?")).hasMessageContaining("disk full");
    assertThat(heard.outgoing(Outgoing.State.QUEUED)).isEmpty();
  }

  @Test
  void aMessageThatIsHeldCanBeTakenBackUntilItsTime() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    heard.awaitLink(LinkState.LIVE);
    Nonce regretted = client.send(LOBBY, "oops", Command.Hook.NONE, 5_000).get();
    send("after it");
    time.pass(Duration.ofMillis(4_900), client);
    assertThat(client.discard(regretted).get()).isTrue();
    time.pass(Duration.ofMillis(100), client);
    assertThat(peer.expect(Command.Send.class).body()).isEqualTo("after it");
  }

  @Test
  void aMessageThatIsHeldGoesOutWhenItsTimeHasCome() throws Exception {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    heard.awaitLink(LinkState.LIVE);
    var hook = new Command.Hook(3, 2, null);
    client.send(LOBBY, "held", hook, 5_000).get();
    client.rooms();
    peer.expect(Command.Rooms.class);
    time.pass(Duration.ofSeconds(5), client);
    var said = peer.expect(Command.Send.class);
    assertThat(said.body()).isEqualTo("held");
    assertThat(said.hook()).isEqualTo(hook);
  }

  @Test
  void nothingIsHeldForLongerThanAMinute() throws Exception {
    client.send(LOBBY, "held", Command.Hook.NONE, 3_600_000).get();
    assertThat(journal.outbox().getFirst().heldUntil()).isEqualTo(time.millis() + 60_000);
  }

  @Test
  void aClockThatWasPutBackHoldsNothing() throws Exception {
    var anHourAhead =
        new Outgoing(
            LOBBY,
            Nonce.fresh(),
            "held",
            time.millis(),
            Outgoing.State.QUEUED,
            null,
            0,
            Command.Hook.NONE,
            time.millis() + 3_600_000);
    server.accept().cut();
    client.close();
    journal.put(anHourAhead);
    client = start();
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 0));
    assertThat(peer.expect(Command.Send.class).body()).isEqualTo("held");
  }
}
