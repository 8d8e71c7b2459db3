package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.model.Body;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promise of {@link Limits#bodyChars}: no text of that length is too big for a frame. */
class BodyFitsAFrameTest {
  private static final int CHARS = Limits.DEFAULT.bodyChars();
  private static final long MAX_ID = (1L << 53) - 1;
  private static final String WORST_ID = "\"".repeat(64);

  @Test
  void longestTextFitsWhateverItIsMadeOf() {
    int widest =
        IntStream.concat(IntStream.rangeClosed(0, 0x10000), IntStream.of(Character.MAX_CODE_POINT))
            .filter(c -> Character.getType(c) != Character.SURROGATE)
            .mapToObj(Character::toString)
            .filter(text -> Body.problem("x" + text).isEmpty())
            .mapToInt(BodyFitsAFrameTest::bytesEach)
            .max()
            .orElseThrow();
    assertThat(widest * CHARS + bytes(Codec.encode(longestSend("")))).isLessThan(frame());
  }

  @Test
  void longestTextOfTheWidestCharactersIsSentAndRead() throws Malformed {
    for (String wide :
        List.of("\u674e", "\u2028", "\"", "\\", "\n", "\t", "\ud83d\ude00", "\uffee", "\ue000")) {
      String body = "x" + wide.repeat((CHARS - 1) / wide.length());
      Command send = longestSend(body);
      String json = Codec.encode(send);
      assertThat(bytes(json)).as("U+%04X", wide.codePointAt(0)).isLessThanOrEqualTo(frame());
      assertThat(Codec.decodeCommand(json)).isEqualTo(send);
    }
  }

  @Test
  void fullPageOfTheLongestTextsFitsWhatAClientTakes() {
    var message =
        new Event.Message(
            new RoomId(WORST_ID),
            MAX_ID,
            new UserId(WORST_ID),
            "\ud840\udc00".repeat(32),
            MAX_ID,
            "\u2028".repeat(CHARS),
            IntStream.range(0, 50).mapToObj(_ -> new UserId(WORST_ID)).toList(),
            new Nonce(WORST_ID));
    long each = bytes(Codec.encode(message)) + 1;
    assertThat(each * Limits.DEFAULT.historyEvents() + 1_000).isLessThan(Limits.SERVER_FRAME_BYTES);
  }

  @Test
  void halfASurrogatePairIsNotTurnedIntoSomethingElse() {
    Command send = withBody("Hi \ud83d");
    String overTheWire =
        new String(Codec.encode(send).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(catchThrowableOfType(Malformed.class, () -> Codec.decodeCommand(overTheWire)))
        .hasMessage("\"body\" has half of a surrogate pair.");
  }

  private static int frame() {
    return Limits.DEFAULT.frameBytes();
  }

  private static Command longestSend(String body) {
    return new Command.Send(MAX_ID, new RoomId(WORST_ID), new Nonce(WORST_ID), body);
  }

  /** Bytes on the wire for one UTF-16 unit of such a text, rounded up. */
  private static int bytesEach(String text) {
    int all = bytes(Codec.encode(withBody(text))) - bytes(Codec.encode(withBody("")));
    return (all + text.length() - 1) / text.length();
  }

  private static Command withBody(String body) {
    return new Command.Send(1, new RoomId("r"), new Nonce("n"), body);
  }

  private static int bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }
}
