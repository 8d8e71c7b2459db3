package chat.parley.client;

import static chat.parley.client.Talk.LOBBY;
import static chat.parley.client.Talk.room;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Kept;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KeepsTest {
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

  private ScriptedServer.Peer live() throws InterruptedException {
    var peer = server.accept();
    Talk.letIn(peer, room(LOBBY, 5));
    heard.awaitLink(LinkState.LIVE);
    return peer;
  }

  private void backToWaiting(ScriptedServer.Peer peer) throws InterruptedException {
    long before = heard.count(LinkState.WAITING);
    peer.cut();
    heard.await("the cut", r -> r.count(LinkState.WAITING) > before);
    client.retryNow();
  }

  /** All that the server has said has been heard when this comes back. */
  private void heardAll(ScriptedServer.Peer peer) throws InterruptedException {
    int before = heard.passing().size();
    peer.say(new Event.Typing(LOBBY, Talk.BEN.id(), "Ben"));
    heard.await("the last word", r -> r.passing().size() > before);
  }

  /** What a server does with a put: tells all devices, then confirms. */
  private static void take(ScriptedServer.Peer peer, Command.Keep keep, long version) {
    peer.say(
        new Event.KeptChanged(new Kept(keep.key(), keep.value(), version)),
        new Event.Done(keep.id()));
  }

  @Test
  void whatIsPutCountsHereAtOnceAndGoesToTheServer() throws Exception {
    var peer = live();
    client.keep("draft/r", "hello");
    var keep = peer.expect(Command.Keep.class);
    assertThat(keep.value()).isEqualTo("hello");
    assertThat(heard.kept()).containsExactly(new Kept("draft/r", "hello", 0));
    take(peer, keep, 7);
    client.keep("draft/r", null);
    keep = peer.expect(Command.Keep.class);
    assertThat(keep.value()).isNull();
    take(peer, keep, 8);
    heardAll(peer);
    client.keep("other", "x");
    peer.expect(Command.Keep.class);
    assertThat(journal.keeps().version()).isEqualTo(8);
    assertThat(journal.keeps().entries()).containsExactly(new Kept("other", "x", 0));
  }

  @Test
  void whatIsTooLongForTheServerStaysHereAndCostsNoConnection() throws Exception {
    var peer = live();
    String tooLong = "x".repeat(Kept.VALUE_MAX + 1);
    client.keep("draft/r", tooLong);
    client.keep("draft/wide", "\u0001".repeat(Kept.VALUE_MAX));
    client.keep("other", "1");
    assertThat(peer.expect(Command.Keep.class).key()).isEqualTo("other");
    assertThat(journal.keeps().entries()).contains(new Kept("draft/r", tooLong, 0));
    backToWaiting(peer);
    peer = live();
    assertThat(peer.expect(Command.Keep.class).key()).isEqualTo("other");
    peer.say(new Event.KeptChanged(new Kept("draft/r", "of another device", 9)));
    heardAll(peer);
    assertThat(journal.keeps().entries()).contains(new Kept("draft/r", tooLong, 0));
    client.keep("draft/r", "shorter");
    assertThat(peer.expect(Command.Keep.class).value()).isEqualTo("shorter");
  }

  @Test
  void whatIsPutWithoutAConnectionIsSaidLater() throws Exception {
    var peer = live();
    peer.cut();
    heard.awaitLink(LinkState.WAITING);
    client.keep("a", "1");
    client.keep("a", "2");
    heard.await("both", r -> r.kept().size() == 2);
    client.retryNow();
    peer = live();
    var keep = peer.expect(Command.Keep.class);
    assertThat(keep.value()).isEqualTo("2");
    assertThat(peer.peek()).isNull();
  }

  @Test
  void theSameValueAgainSaysNothing() throws Exception {
    var peer = live();
    client.keep("a", "1");
    take(peer, peer.expect(Command.Keep.class), 1);
    client.keep("a", "1");
    client.keep("b", "2");
    assertThat(peer.expect(Command.Keep.class).key()).isEqualTo("b");
  }

  @Test
  void whileOneIsOnItsWayOnlyTheNewestFollows() throws Exception {
    var peer = live();
    client.keep("a", "1");
    var first = peer.expect(Command.Keep.class);
    client.keep("a", "2");
    client.keep("a", "3");
    heard.await("all three", r -> r.kept().size() == 3);
    assertThat(peer.peek()).isNull();
    take(peer, first, 1);
    var second = peer.expect(Command.Keep.class);
    assertThat(second.value()).isEqualTo("3");
    take(peer, second, 2);
    heardAll(peer);
    client.keep("b", "x");
    peer.expect(Command.Keep.class);
    assertThat(journal.keeps().entries()).contains(new Kept("a", "3", 2));
  }

  @Test
  void anotherDevicesValueComesInUnlessANewerOneWaitsHere() throws Exception {
    var peer = live();
    peer.say(new Event.KeptChanged(new Kept("a", "theirs", 4)));
    heard.await("theirs", r -> r.kept().size() == 1);
    client.keep("a", "mine");
    var keep = peer.expect(Command.Keep.class);
    peer.say(new Event.KeptChanged(new Kept("a", "theirs again", 5)));
    take(peer, keep, 6);
    heardAll(peer);
    client.keep("b", "x");
    peer.expect(Command.Keep.class);
    assertThat(journal.keeps().entries()).contains(new Kept("a", "mine", 6));
    assertThat(heard.kept()).noneMatch(kept -> "theirs again".equals(kept.value()));
  }

  @Test
  void theNextLogInAsksForWhatIsNewOnly() throws Exception {
    var peer = live();
    peer.say(new Event.KeptChanged(new Kept("a", "1", 9)));
    heard.await("it", r -> r.kept().size() == 1);
    backToWaiting(peer);
    peer = server.accept();
    assertThat(peer.expect(Command.Hello.class).kept()).isEqualTo(9);
  }

  @Test
  void ofAnotherHistoryNothingStaysButWhatWaitsHere() throws Exception {
    var peer = live();
    peer.say(new Event.KeptChanged(new Kept("old", "1", 9)));
    heard.await("it", r -> r.kept().size() == 1);
    peer.cut();
    heard.awaitLink(LinkState.WAITING);
    client.keep("mine", "2");
    client.retryNow();
    peer = server.accept();
    var hello = peer.expect(Command.Hello.class);
    peer.say(Talk.welcome(hello, "e2", Talk.LIMITS, room(LOBBY, 5)), new Event.CaughtUp());
    assertThat(peer.expect(Command.Keep.class).key()).isEqualTo("mine");
    assertThat(journal.keeps().entries()).containsExactly(new Kept("mine", "2", 0));
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws Exception {
    var peer = live();
    client.keep("a", "1");
    var keep = peer.expect(Command.Keep.class);
    peer.say(new Event.Failed(keep.id(), ErrorCode.RATE_LIMITED, "Too fast.", 2_000));
    heardAll(peer);
    time.pass(Duration.ofSeconds(2), client);
    assertThat(peer.expect(Command.Keep.class).value()).isEqualTo("1");
  }

  @Test
  void aServerThatRefusesForGoodIsNotAskedAgain() throws Exception {
    var peer = live();
    client.keep("a", "1");
    var keep = peer.expect(Command.Keep.class);
    peer.say(new Event.Failed(keep.id(), ErrorCode.TOO_MANY, "Too much is kept.", 0));
    heardAll(peer);
    backToWaiting(peer);
    peer = live();
    client.rooms();
    peer.expect(Command.Rooms.class);
  }
}
