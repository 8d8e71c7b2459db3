package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generator reads events by a short cut; the codec is the judge of it. */
class EventScanTest {
  private static String message(long seq, String body) {
    return Codec.encode(
        new Event.Message(
            new RoomId("r1"), seq, new UserId("u1"), "Ann", 5, body, List.of(), new Nonce("n1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890 xxx",
        "1234567890 \"seq\":7,\"body\":\"8",
        "1234567890 \\\"seq\\\":7",
        "1234567890"
      })
  void seqAndStampAreFoundWhateverTheTextSays(String body) {
    String json = message(42, body);
    assertThat(EventScan.isOfType(json, "message")).isTrue();
    assertThat(EventScan.isOfType(json, "mess")).isFalse();
    assertThat(EventScan.seq(json)).isEqualTo(42);
    assertThat(EventScan.stamp(json)).isEqualTo(1_234_567_890);
  }

  @Test
  void whatHasNoSeqHasNone() {
    assertThat(EventScan.seq(Codec.encode(new Event.CaughtUp()))).isZero();
    assertThat(EventScan.stamp(Codec.encode(new Event.Pong(3)))).isZero();
  }
}
