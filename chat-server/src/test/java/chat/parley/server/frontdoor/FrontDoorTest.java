package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.protocol.CloseCode;
import chat.parley.server.room.Frame;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {
  @Test
  void takenPortIsToldInOneSentence() throws IOException {
    try (var other = new ServerSocket(0)) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> start("0.0.0.0", port))
          .isInstanceOf(CannotListen.class)
          .hasMessage(
              "Port %d is in use by another program. Start with --port %d, or stop the other one.",
              port, port + 1);
    }
  }

  @Test
  void foreignAddressIsToldInOneSentence() {
    assertThatThrownBy(() -> start("192.0.2.1", 0))
        .isInstanceOf(CannotListen.class)
        .hasMessage(
            "This computer has no address \"192.0.2.1\"."
                + " Start with --bind 0.0.0.0 to listen on all it has.");
    assertThatThrownBy(() -> start("no such host.invalid", 0)).isInstanceOf(CannotListen.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"255.255.255.255", "224.0.0.1", "239.255.70.70"})
  void addressOfManyComputersIsNoPlaceToListen(String bind) {
    // The system lets a server listen there, and nobody ever reaches it.
    assertThatThrownBy(() -> start(bind, 0))
        .isInstanceOf(CannotListen.class)
        .hasMessageStartingWith("This computer has no address \"" + bind + "\".");
  }

  @Test
  void portIsFreeAgainAfterClose() throws IOException {
    int port;
    try (var door = new TestDoor()) {
      port = door.port();
      try (var client = RawClient.webSocket(port)) {
        assertThat(client.echo("hello")).isEqualTo("hello");
      }
    }
    FrontDoor again = start("127.0.0.1", port);
    assertThat(again.port()).isEqualTo(port);
    again.close(CloseCode.GOING_AWAY);
  }

  @Test
  void stopAcceptingLeavesOpenConnectionsAlone() throws IOException {
    FrontDoor door = start("127.0.0.1", 0);
    try (var client = RawClient.webSocket(door.port())) {
      int port = door.port();
      door.stopAccepting();
      assertThatThrownBy(() -> RawClient.connect(port)).isInstanceOf(IOException.class);
      client.send(RawClient.frame(RawClient.PING, new byte[] {7}));
      assertThat(client.frame().payload()).containsExactly(7);
    }
    door.close(CloseCode.GOING_AWAY);
  }

  @Test
  void closingTellsEverybodyToComeBack() throws IOException {
    var door = new TestDoor();
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(RawClient.webSocket(door.port()));
    }
    var silent = RawClient.connect(door.port());
    var closing = Thread.ofVirtual().start(door::stop);
    for (RawClient client : clients) {
      assertThat(client.frame().closeCode()).isEqualTo(4012);
      client.close();
    }
    assertThat(silent.isEnded()).isTrue();
    Eventually.within(Duration.ofSeconds(2), "closed", () -> !closing.isAlive());
    assertThat(door.gone).hasValue(20);
    assertThat(door.connections()).isZero();
  }

  @Test
  void whatWaitsStillGoesOutBeforeTheCloseFrame() throws IOException {
    var door = new TestDoor();
    try (var client = RawClient.webSocket(door.port())) {
      Eventually.within(Duration.ofSeconds(2), "open", () -> door.wires.size() == 1);
      for (int i = 0; i < 100; i++) {
        door.offerToAll(Frame.of("message " + i));
      }
      Thread.ofVirtual().start(door::stop);
      for (int i = 0; i < 100; i++) {
        assertThat(client.frame().text()).isEqualTo("message " + i);
      }
      assertThat(client.frame().closeCode()).isEqualTo(4012);
    }
  }

  @Test
  void closingIsBoundedEvenWhenNobodyReadsAndAHandlerHangs() throws IOException {
    var door = new TestDoor();
    try (var deaf = RawClient.connectNarrow(door.port()).upgraded();
        var stuck = RawClient.webSocket(door.port())) {
      stuck.text("block");
      Eventually.within(Duration.ofSeconds(2), "blocked", () -> door.heard.contains("block"));
      door.offerToAll(Frame.of("x".repeat(16 * 1024 * 1024)));
      long start = System.nanoTime();
      door.stop();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(deaf.isEnded()).isTrue();
    }
    door.close();
    Eventually.within(Duration.ofSeconds(2), "both gone", () -> door.gone.get() == 2);
  }

  private static FrontDoor start(String bind, int port) throws CannotListen {
    return FrontDoor.start(
        FrontDoorConfig.of(bind, port),
        _ -> new SilentConversation(),
        (_, response, _) -> response.setCode(204));
  }
}
