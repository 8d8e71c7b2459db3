package chat.parley.client;

import static chat.parley.client.Talk.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class LoginTest {
  private final ScriptedServer server = new ScriptedServer();
  private final MemoryJournal journal = new MemoryJournal();
  private final Recorder heard = new Recorder();
  private ParleyClient client;

  @AfterEach
  void close() throws Exception {
    if (client != null) {
      client.close();
    }
    server.close();
  }

  private ScriptedServer.Peer start() throws InterruptedException {
    client = ParleyClient.start(Talk.config(server.address()), journal, heard);
    return server.accept();
  }

  @Test
  void aFirstVisitIsAGuestAndTheNextOneUsesTheToken() throws Exception {
    var peer = start();
    var first = Talk.letIn(peer, Talk.room(LOBBY, 7));
    assertThat(first.auth()).isEqualTo(new Command.Auth.Guest("Ann"));
    assertThat(first.epoch()).isNull();
    assertThat(first.agent()).isEqualTo("test");
    heard.awaitLink(LinkState.LIVE);
    assertThat(journal.login()).isEqualTo(new Journal.Login("e1", "token-1", Talk.ANN));

    peer.cut();
    var second = server.accept().expect(Command.Hello.class);
    assertThat(second.auth()).isEqualTo(new Command.Auth.Token("token-1"));
    assertThat(second.epoch()).isEqualTo("e1");
    assertThat(second.cursors()).isEqualTo(Map.of());
  }

  @Test
  void theLinkTellsEveryStep() throws Exception {
    Talk.letIn(start());
    heard.awaitLink(LinkState.LIVE);
    client.close();
    assertThat(heard.links())
        .extracting(Link::state)
        .containsExactly(
            LinkState.CONNECTING,
            LinkState.GREETING,
            LinkState.CATCHING_UP,
            LinkState.LIVE,
            LinkState.IDLE);
  }

  @ParameterizedTest
  @EnumSource(names = {"BAD_TOKEN", "NAME_TAKEN", "BAD_NAME", "UNSUPPORTED", "FORBIDDEN"})
  void aRefusedLoginWaitsForThePerson(ErrorCode code) throws Exception {
    var peer = start();
    var hello = peer.expect(Command.Hello.class);
    peer.say(new Event.Failed(hello.id(), code, "Choose another name.", 0));
    heard.awaitLink(LinkState.REFUSED);
    assertThat(heard.link())
        .isEqualTo(new Link(LinkState.REFUSED, "Choose another name.", code, 0));
    // The goodbye may meet a socket that is closed already; what counts is that nobody holds on.
    assertThat(peer.awaitClosed()).isIn(1000, 1006);
    assertThat(server.nobodyWaits()).isTrue();

    client.retryNow();
    Talk.letIn(server.accept());
    heard.awaitLink(LinkState.LIVE);
  }

  @Test
  void aBusyServerIsTriedAgainByItself() throws Exception {
    var peer = start();
    var hello = peer.expect(Command.Hello.class);
    peer.say(new Event.Failed(hello.id(), ErrorCode.BUSY, "Too much to do.", 20));
    Talk.letIn(server.accept());
    heard.awaitLink(LinkState.LIVE);
    assertThat(heard.links())
        .filteredOn(link -> link.state() == LinkState.WAITING)
        .singleElement()
        .matches(link -> "Too much to do.".equals(link.problem()) && link.retryAtMillis() > 0);
  }

  @ParameterizedTest
  @EnumSource(CloseCode.class)
  void theCloseCodeSaysWhetherToComeBack(CloseCode code) throws Exception {
    var peer = start();
    Talk.letIn(peer);
    heard.awaitLink(LinkState.LIVE);
    peer.close(code.code());
    var expected = CloseCode.comeBack(code.code()) ? LinkState.WAITING : LinkState.REFUSED;
    heard.await("the end", r -> r.count(expected) == 1);
    assertThat(heard.links())
        .filteredOn(link -> link.state() == expected)
        .allMatch(link -> link.problem() != null && link.problem().endsWith("."));
    if (expected == LinkState.WAITING) {
      server.accept();
    } else {
      assertThat(server.nobodyWaits()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"type\":\"welcome\"}",
        "{\"type\":\"message\",\"room\":\"r\",\"seq\":-1}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]"
      })
  void whatCannotBeReadEndsTheLineAndIsTriedAgain(String nonsense) throws Exception {
    var peer = start();
    Talk.letIn(peer);
    heard.awaitLink(LinkState.LIVE);
    peer.say(nonsense);
    Talk.letIn(server.accept());
    heard.await("live again", r -> r.count(LinkState.LIVE) == 2);
    assertThat(heard.links())
        .filteredOn(link -> link.state() == LinkState.WAITING)
        .allMatch(link -> link.problem().contains("does not understand"));
  }

  @Test
  void whatALaterServerAddsIsIgnored() throws Exception {
    var peer = start();
    Talk.letIn(peer, Talk.room(LOBBY, 0));
    peer.say("{\"type\":\"fireworks\",\"colour\":\"red\"}");
    peer.say(Talk.message(LOBBY, 1));
    heard.awaitEvents(1);
    assertThat(heard.count(LinkState.WAITING)).isZero();
  }

  @Test
  void aServerThatDoesNotAnswerTheLoginIsLeft() throws Exception {
    var time = new FakeTime();
    client = ParleyClient.start(Talk.config(server.address(), time), journal, heard);
    server.accept().expect(Command.Hello.class);
    time.pass(Duration.ofSeconds(10), client);
    heard.awaitLink(LinkState.WAITING);
    assertThat(heard.link().problem()).contains("did not answer the log-in");
  }

  @Test
  void aLostServerIsNamedAndFoundAgainOnDemand() throws Exception {
    var time = new FakeTime();
    ServerAddress nobody;
    try (var gone = new ScriptedServer()) {
      nobody = gone.address();
    }
    client = ParleyClient.start(Talk.config(nobody, time), journal, heard);
    heard.awaitLink(LinkState.WAITING);
    assertThat(heard.link().problem()).contains(nobody.toString());
    assertThat(heard.link().retryAtMillis())
        .isBetween(time.millis(), time.millis() + Timings.DEFAULT.backoff().toMillis());
    client.retryNow();
    heard.await("a second try", r -> r.count(LinkState.WAITING) == 2);
  }

  @Test
  void thePauseGrowsWithEveryFailureAndIsForgottenWhenLive() throws Exception {
    var time = new FakeTime();
    var config = Talk.config(server.address(), time);
    var late =
        new ClientConfig(
            config.server(),
            config.servers(),
            config.agent(),
            config.firstVisit(),
            time,
            time,
            new Latest(),
            config.timings());
    client = ParleyClient.start(late, journal, heard);
    long[] ceilings = {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000};
    for (int i = 0; i < ceilings.length; i++) {
      server.accept().cut();
      int tries = i + 1;
      heard.await("failure " + tries, r -> r.count(LinkState.WAITING) == tries);
      assertThat(heard.link().retryAtMillis() - time.millis()).isEqualTo(ceilings[i]);
      time.pass(Duration.ofMillis(ceilings[i]), client);
    }
    var peer = server.accept();
    Talk.letIn(peer);
    heard.awaitLink(LinkState.LIVE);
    peer.cut();
    heard.awaitLink(LinkState.WAITING);
    assertThat(heard.link().retryAtMillis() - time.millis()).isEqualTo(500);
  }

  @Test
  void closingIsPromptAndSaysGoodbye() throws Exception {
    var peer = start();
    Talk.letIn(peer);
    heard.awaitLink(LinkState.LIVE);
    long start = System.nanoTime();
    client.close();
    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    assertThat(peer.awaitClosed()).isEqualTo(1000);
    assertThat(client.rooms()).isCompletedExceptionally();
    client.close();
  }

  /** Always the longest wait that is possible. */
  private static final class Latest implements java.util.random.RandomGenerator {
    @Override
    public long nextLong() {
      return Long.MAX_VALUE;
    }

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  }
}
