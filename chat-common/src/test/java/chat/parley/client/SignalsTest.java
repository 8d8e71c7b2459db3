package chat.parley.client;

import static chat.parley.client.Talk.KITCHEN;
import static chat.parley.client.Talk.LOBBY;
import static chat.parley.client.Talk.room;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Presence;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignalsTest {
  private final ScriptedServer server = new ScriptedServer();
  private final MemoryJournal journal = new MemoryJournal();
  private final Recorder heard = new Recorder();
  private final FakeTime time = new FakeTime();
  private final ParleyClient client =
      ParleyClient.start(Talk.config(server.address(), time), journal, heard);

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  private ScriptedServer.Peer live(long read) throws InterruptedException {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 50, read, 0, 0), room(KITCHEN, 9, 9, 0, 0));
    heard.awaitLink(LinkState.LIVE);
    return peer;
  }

  /** All that was said before it has been heard when this comes back. */
  private void roundTrip(ScriptedServer.Peer peer) throws InterruptedException {
    client.rooms();
    peer.expect(Command.Rooms.class);
  }

  @Test
  void typingIsSaidAtMostEveryThreeSecondsForARoom() throws Exception {
    client.typing(LOBBY);
    var peer = live(0);
    for (int i = 0; i < 10; i++) {
      client.typing(LOBBY);
    }
    client.typing(KITCHEN);
    assertThat(peer.expect(Command.Typing.class).room()).isEqualTo(LOBBY);
    assertThat(peer.expect(Command.Typing.class).room()).isEqualTo(KITCHEN);
    roundTrip(peer);
    time.pass(Duration.ofSeconds(3), client);
    client.typing(LOBBY);
    assertThat(peer.expect(Command.Typing.class).room()).isEqualTo(LOBBY);
  }

  @Test
  void ofManyReadMarksOnlyTheNewestIsSaid() throws Exception {
    var peer = live(0);
    client.read(LOBBY, 1);
    assertThat(peer.expect(Command.Read.class).seq()).isEqualTo(1);
    for (int seq = 2; seq <= 40; seq++) {
      client.read(LOBBY, seq);
    }
    client.read(LOBBY, 7);
    roundTrip(peer);
    time.pass(Duration.ofMillis(500), client);
    assertThat(peer.expect(Command.Read.class)).isEqualTo(new Command.Read(LOBBY, 40));
    roundTrip(peer);
  }

  @Test
  void aReadMarkTheServerHasNotIsSaidAgainAfterAReconnect() throws Exception {
    var peer = live(0);
    client.read(LOBBY, 40);
    client.read(KITCHEN, 9);
    peer.expect(Command.Read.class);
    peer.cut();
    heard.awaitLink(LinkState.WAITING);
    time.pass(Duration.ofSeconds(1), client);
    peer = live(30);
    assertThat(peer.expect(Command.Read.class)).isEqualTo(new Command.Read(LOBBY, 40));
    roundTrip(peer);
  }

  @Test
  void whatWasMarkedUnreadElsewhereIsNotMarkedReadAgainAfterAReconnect() throws Exception {
    var peer = live(0);
    client.read(LOBBY, 40);
    peer.expect(Command.Read.class);
    peer.say(new Event.ReadMark(LOBBY, 40, 10, 0), new Event.ReadMark(LOBBY, 29, 21, 1));
    heard.await(
        "both marks",
        r -> r.marks().size() == 2 && r.rooms().stream().anyMatch(state -> state.read() == 29));
    assertThat(heard.room(LOBBY).unread()).isEqualTo(21);
    peer.cut();
    heard.awaitLink(LinkState.WAITING);
    client.retryNow();
    roundTrip(live(29));
  }

  @Test
  void aLateConfirmationOfAnEarlierMarkTakesNothingBack() throws Exception {
    var peer = live(0);
    client.read(LOBBY, 40);
    peer.expect(Command.Read.class);
    client.read(LOBBY, 45);
    peer.say(new Event.ReadMark(LOBBY, 40, 10, 0));
    heard.await("the mark", r -> r.marks().size() == 1);
    roundTrip(peer);
    assertThat(heard.room(LOBBY).read()).isEqualTo(45);
    time.pass(Duration.ofMillis(500), client);
    assertThat(peer.expect(Command.Read.class)).isEqualTo(new Command.Read(LOBBY, 45));
    peer.say(new Event.ReadMark(LOBBY, 45, 5, 0));
    heard.await("the newest", r -> r.room(LOBBY).unread() == 5);
    assertThat(heard.room(LOBBY).read()).isEqualTo(45);
  }

  @Test
  void markingUnreadForgetsWhatWasReadHere() throws Exception {
    var peer = live(0);
    client.read(LOBBY, 40);
    peer.expect(Command.Read.class);
    client.read(LOBBY, 45);
    var done = client.unread(LOBBY, 30);
    var unread = peer.expect(Command.Unread.class);
    assertThat(unread.seq()).isEqualTo(30);
    peer.say(new Event.ReadMark(LOBBY, 29, 21, 0), new Event.Done(unread.id()));
    done.get(5, TimeUnit.SECONDS);
    time.pass(Duration.ofSeconds(1), client);
    roundTrip(peer);
    heard.await("the mark", r -> r.room(LOBBY).read() == 29);
  }

  @Test
  void ofADirectRoomTheServerHearsHowFarThisDeviceHasIt() throws Exception {
    var peer = server.accept();
    var direct = new Room(LOBBY, "", RoomKind.DIRECT, "");
    Talk.letIn(peer, new RoomState(direct, 50, 50, 0, 0), room(KITCHEN, 9, 9, 0, 0));
    heard.awaitLink(LinkState.LIVE);
    peer.say(Talk.messages(LOBBY, 51, 53));
    peer.say(Talk.messages(KITCHEN, 10, 11));
    heard.awaitEvents(5);
    time.pass(Duration.ofSeconds(1), client);
    assertThat(peer.expect(Command.Got.class).room()).isEqualTo(LOBBY);
  }

  @Test
  void presenceIsSaidAgainAfterAReconnect() throws Exception {
    client.presence(Presence.AWAY);
    var peer = live(0);
    assertThat(peer.expect(Command.SetPresence.class).presence()).isEqualTo(Presence.AWAY);
    client.presence(Presence.AWAY);
    client.presence(Presence.BUSY);
    assertThat(peer.expect(Command.SetPresence.class).presence()).isEqualTo(Presence.BUSY);
    peer.cut();
    heard.awaitLink(LinkState.WAITING);
    client.retryNow();
    assertThat(live(0).expect(Command.SetPresence.class).presence()).isEqualTo(Presence.BUSY);
  }

  @Test
  void whatOthersDoInPassingIsTold() throws Exception {
    var peer = live(0);
    var typing = new Event.Typing(LOBBY, Talk.BEN.id(), "Ben");
    var away = new Event.PresenceChanged(Talk.BEN.id(), Presence.AWAY);
    peer.say(typing, away);
    heard.await("both", r -> r.passing().size() == 2);
    assertThat(heard.passing()).containsExactly(typing, away);
  }

  @Test
  void aPingGoesOutAfterTwentySecondsOfSilence() throws Exception {
    var peer = live(0);
    time.pass(Duration.ofSeconds(20), client);
    var ping = peer.expect(Command.Ping.class);
    peer.say(new Event.Pong(ping.id()), new Event.Typing(LOBBY, Talk.BEN.id(), "Ben"));
    heard.await("the answer", r -> r.passing().size() == 1);
    time.pass(Duration.ofSeconds(44), client);
    peer.expect(Command.Ping.class);
    assertThat(heard.link().state()).isEqualTo(LinkState.LIVE);
  }

  @Test
  void aServerThatIsNotHeardForFortyFiveSecondsIsLeft() throws Exception {
    var peer = live(0);
    peer.awaitRead(); // what it was let in by, which would be heard later else
    time.pass(Duration.ofSeconds(20), client);
    peer.expect(Command.Ping.class);
    roundTrip(peer); // The client is done with its ping.
    time.pass(Duration.ofSeconds(25), client);
    // What waits in the inbox at that very moment counts as heard: then it is left a little later.
    while (heard.link().state() != LinkState.WAITING) {
      time.pass(Duration.ofSeconds(1), client);
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(heard.link().problem()).contains("Nothing was heard").contains("127.0.0.1");
    client.retryNow();
    live(0);
  }
}
