package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.room.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * T17: the stock server looked again at everybody it had told something, for each word that anybody
 * said. What costs more with every client does so in each round; one that costs no more is enough.
 */
class IdleCrowdTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final int CROWD = 400;
  private static final int ROUNDS = 5;
  private static final int WORDS = 1_000;

  /** Other programs on the computer make each word dearer at times. */
  private static final long SLACK_NANOS = 10_000;

  @Test
  void aWordCostsNoMoreBesideHundredsWhoWereToldSomethingBefore() throws IOException {
    List<RawClient> crowd = new ArrayList<>();
    try (var door =
            new TestDoor(config -> config.withoutAddressCap().withDeadlines(Deadlines.DEFAULT));
        var speaker = RawClient.webSocket(door.port())) {
      for (int i = 0; i < ROUNDS; i++) {
        nanosPerWord(speaker); // until it is compiled
      }
      long alone = Long.MAX_VALUE;
      for (int i = 0; i < ROUNDS; i++) {
        alone = Math.min(alone, nanosPerWord(speaker));
      }
      long most = alone * 3 / 2 + SLACK_NANOS;
      for (int i = 0; i < CROWD; i++) {
        crowd.add(RawClient.webSocket(door.port()));
      }
      Eventually.within(SOON, "all in", () -> door.wires.size() == CROWD + 1);
      Eventually.within(LONG, "as cheap beside", () -> nanosPerWord(speaker) < most);
      door.offerToAll(Frame.of("to everybody"));
      assertThat(speaker.frame().text()).isEqualTo("to everybody");
      for (RawClient client : crowd) {
        assertThat(client.frame().text()).isEqualTo("to everybody");
      }
      Eventually.within(LONG, "as cheap after it", () -> nanosPerWord(speaker) < most);
    } finally {
      for (RawClient client : crowd) {
        client.close();
      }
    }
  }

  /** What the server works for one word that is said and comes back. */
  private static long nanosPerWord(RawClient speaker) {
    Duration before = ProcessorTime.ofTheOthers();
    try {
      for (int i = 0; i < WORDS; i++) {
        speaker.echo("word");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ProcessorTime.ofTheOthers().minus(before).toNanos() / WORDS;
  }
}
