package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.room.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T14: a reader who does not read made the stock server's queue grow without bound. */
class SlowReaderTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int FRAMES = 400;
  private static final String TEXT = "x".repeat(32 * 1024);

  @Test
  void readersThatNeverReadAreCutAndTheOthersGetEverything() throws Exception {
    try (var door = new TestDoor(FrontDoorConfig::withoutAddressCap)) {
      List<RawClient> deaf = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        deaf.add(RawClient.connectNarrow(door.port()).upgraded());
      }
      try (var listener = RawClient.webSocket(door.port())) {
        Eventually.within(SOON, "all open", () -> door.wires.size() == 6);
        Frame frame = Frame.of(TEXT);
        for (int i = 0; i < FRAMES; i++) {
          door.offerToAll(frame);
          assertThat(listener.frame().payload()).hasSize(TEXT.length());
        }
        Eventually.within(SOON, "the deaf are gone", () -> door.gone.get() == 5);
        Eventually.within(SOON, "so are their connections", () -> door.connections() == 1);
        assertThat(listener.echo("and I?")).isEqualTo("and I?");
      }
      for (RawClient client : deaf) {
        client.close();
      }
    }
  }

  @Test
  void stalledWriteIsCutAlthoughLittleWaits() throws IOException {
    try (var door = new TestDoor();
        var deaf = RawClient.connectNarrow(door.port()).upgraded()) {
      Eventually.within(SOON, "open", () -> door.wires.size() == 1);
      door.offerToAll(Frame.of("x".repeat(16 * 1024 * 1024)));
      Eventually.within(SOON, "cut", () -> door.gone.get() == 1);
      assertThat(deaf.isEnded()).isTrue();
    }
  }

  @Test
  void slowReaderThatReadsInTheEndIsToldWhy() throws IOException {
    var patient =
        new Deadlines(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(45),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1));
    try (var door = new TestDoor(config -> config.withDeadlines(patient));
        var slow = RawClient.connectNarrow(door.port()).upgraded()) {
      Eventually.within(SOON, "open", () -> door.wires.size() == 1);
      var outbox = (Outbox) door.wires.getFirst();
      Frame frame = Frame.of(TEXT);
      Eventually.within(
          SOON,
          "too much",
          () -> {
            outbox.offer(frame);
            return !outbox.isOpen();
          });
      RawClient.Received received = slow.frame();
      int whole = 0;
      for (; received.first() == RawClient.TEXT; received = slow.frame()) {
        assertThat(received.payload()).hasSize(TEXT.length());
        whole++;
      }
      assertThat(received.closeCode()).isEqualTo(4008);
      assertThat(whole).isPositive();
    }
  }

  @Test
  void pageOfSeveralMegabytesArrives() throws IOException {
    try (var door = new TestDoor();
        var client = RawClient.webSocket(door.port())) {
      Eventually.within(SOON, "open", () -> door.wires.size() == 1);
      door.offerToAll(Frame.of("p".repeat(8 * 1024 * 1024)));
      for (int i = 0; i < 100; i++) {
        door.offerToAll(Frame.of("live " + i));
      }
      assertThat(client.frame().payload()).hasSize(8 * 1024 * 1024);
      for (int i = 0; i < 100; i++) {
        assertThat(client.frame().text()).isEqualTo("live " + i);
      }
    }
  }
}
