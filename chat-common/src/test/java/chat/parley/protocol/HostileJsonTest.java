package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Text that is no message at all: refused in a sentence by both ends, quickly, and never worse. */
class HostileJsonTest {
  private static final int FUZZ_RUNS = 200_000;
  private static final long SLOW_NANOS = 50_000_000;

  static final List<String> NOT_A_MESSAGE =
      List.of(
          "",
          " ",
          "\n",
          "\0",
          "{",
          "}",
          "{\"type\":",
          "{\"type\":\"ping\"",
          "{\"type\":\"ping\",}",
          "{\"type\":\"ping\";\"id\":1}",
          "{\"type\"=\"ping\"}",
          "{\"type\"=>\"ping\"}",
          "{,\"type\":\"ping\"}",
          "[]",
          "[{\"type\":\"ping\"}]",
          "null",
          "true",
          "7",
          "\"ping\"",
          "ping",
          "{\"type\":\"ping\"}x",
          "{\"type\":\"ping\"}{\"type\":\"ping\"}",
          "{\"type\":\"ping\"},",
          "{\"type\":\"ping\"}\0",
          "\ufeff{\"type\":\"ping\"}",
          ")]}'\n{\"type\":\"ping\"}",
          "{'type':'ping'}",
          "{type:\"ping\"}",
          "{\"type\":ping}",
          "{\"type\":\"ping\",\"x\":NaN}",
          "{\"type\":\"ping\",\"x\":Infinity}",
          "{\"type\":\"ping\",\"x\":-Infinity}",
          "{\"type\":\"ping\",\"x\":+1}",
          "{\"type\":\"ping\",\"x\":01}",
          "{\"type\":\"ping\",\"x\":.5}",
          "{\"type\":\"ping\",\"x\":1.}",
          "{\"type\":\"ping\",\"x\":0x10}",
          "{\"type\":\"ping\",\"x\":TRUE}",
          "{\"type\":\"ping\",\"x\":undefined}",
          "{\"type\":\"ping\",\"x\":[1,,2]}",
          "{\"type\":\"ping\",\"x\":[1;2]}",
          "/* hello */{\"type\":\"ping\"}",
          "{\"type\":\"ping\"}// bye",
          "# hello\n{\"type\":\"ping\"}",
          "{\"type\":\"ping\",\"x\":\"a\nb\"}",
          "{\"type\":\"ping\",\"x\":\"a\tb\"}",
          "{\"type\":\"ping\",\"x\":\"\0\"}",
          "{\"type\":\"ping\",\"x\":\"\\x41\"}",
          "{\"type\":\"ping\",\"x\":\"\\u00g0\"}",
          "{\"type\":\"ping\",\"x\":\"\\'\"}",
          "{\"type\":\"ping\",\"x\":\"\\\n\"}",
          "{\"type\":\"ping\",\"x\":\"open",
          Texts.pingWithDepth(17),
          "[".repeat(100_000),
          "{\"a\":".repeat(100_000),
          Texts.pingWithDepth(100_000),
          "{\"type\":\"" + "x".repeat(10_000_000),
          "9".repeat(1_000_000));

  @ParameterizedTest
  @FieldSource("NOT_A_MESSAGE")
  void textThatIsNoMessageIsRefused(String text) {
    for (Throwable refusal : List.of(refusalOfCommand(text), refusalOfEvent(text))) {
      assertThat(refusal).as(Texts.shorten(text)).isInstanceOf(Malformed.class);
      var malformed = (Malformed) refusal;
      assertThat(malformed.sentence()).endsWith(".").hasSizeLessThan(200);
      assertThat(malformed.code()).isEqualTo(ErrorCode.BAD_MESSAGE);
      assertThat(malformed.re()).isZero();
    }
  }

  @Test
  void nestingIsReadToTheAgreedDepth() {
    assertThatCode(() -> Codec.decodeCommand(Texts.pingWithDepth(16))).doesNotThrowAnyException();
    assertThat(refusalOfCommand(Texts.pingWithDepth(17)))
        .hasMessage("That is not valid JSON, or it nests deeper than 16.");
  }

  @Test
  void hugeTextIsRefusedForItsSizeAndNotRepeated() {
    String huge = "x".repeat(10_000_000);
    assertThat(refusalOfCommand("{\"type\":\"" + huge + "\"}"))
        .hasMessage("\"type\" is longer than 64 characters.");
    assertThat(
            refusalOfCommand(
                "{\"type\":\"send\",\"room\":\"r\",\"nonce\":\"n\",\"body\":\"" + huge + "\"}"))
        .hasMessage("\"body\" is longer than 16384 characters.");
  }

  /** Every message of the tables of commands and events, bent at random. */
  @Test
  void bentMessageIsReadOrRefusedAndNeverTakesLong() {
    var bender = new Bender(new Random(20_260_101));
    for (int run = 0; run < FUZZ_RUNS; run++) {
      String json = bender.next();
      if (took(json) > SLOW_NANOS) {
        // A pause of this machine is not the input's fault: it must be slow every time.
        long best = IntStream.range(0, 5).mapToLong(_ -> took(json)).min().orElseThrow();
        assertThat(best).as("nanoseconds for %s", json).isLessThan(SLOW_NANOS);
      }
    }
  }

  private static long took(String json) {
    long start = System.nanoTime();
    try {
      Codec.decodeCommand(json);
    } catch (Malformed expected) {
      assertThat(expected.sentence()).isNotBlank();
    } catch (Throwable other) {
      throw new AssertionError("As a command: " + json, other);
    }
    try {
      Codec.decodeEvent(json);
    } catch (Malformed expected) {
      assertThat(expected.sentence()).isNotBlank();
    } catch (Throwable other) {
      throw new AssertionError("As an event: " + json, other);
    }
    return System.nanoTime() - start;
  }

  private static Throwable refusalOfCommand(String json) {
    return catchThrowable(() -> Codec.decodeCommand(json));
  }

  private static Throwable refusalOfEvent(String json) {
    return catchThrowable(() -> Codec.decodeEvent(json));
  }
}
