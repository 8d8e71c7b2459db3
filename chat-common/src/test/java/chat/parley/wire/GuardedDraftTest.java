package chat.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft;
import org.junit.jupiter.api.Test;

class GuardedDraftTest {
  private static final int LIMIT = 1000;
  private static final int TEXT = 0x81;
  private static final int TEXT_PART = 0x01;
  private static final int PART = 0x00;
  private static final int LAST_PART = 0x80;

  private final EngineProbe server = EngineProbe.server(new GuardedDraft(LIMIT));

  @Test
  void wholeMessageArrives() {
    server.receive(frame(TEXT, "hello"));
    assertThat(server.texts).containsExactly("hello");
    assertThat(server.isOpen()).isTrue();
  }

  @Test
  void messageOfExactlyTheLimitArrives() {
    server.receive(frame(TEXT, "x".repeat(LIMIT)));
    assertThat(server.texts).containsExactly("x".repeat(LIMIT));
  }

  @Test
  void messageOverTheLimitIsRefusedByItsHeaderAlone() {
    server.receive(header(TEXT, true, LIMIT + 1));
    assertThat(server.closeCode()).isEqualTo(1009);
  }

  @Test
  void announcedGigabytesReserveNothing() {
    for (long length : new long[] {Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE}) {
      EngineProbe fresh = EngineProbe.server(new GuardedDraft(LIMIT));
      fresh.receive(longHeader(length));
      assertThat(fresh.closeCode()).as("%d bytes", length).isEqualTo(1009);
    }
  }

  @Test
  void negativeLengthIsAProtocolError() {
    server.receive(longHeader(-1));
    assertThat(server.closeCode()).isEqualTo(1002);
  }

  @Test
  void fragmentsCountTogether() {
    server.receive(frame(TEXT_PART, "x".repeat(600)));
    assertThat(server.isOpen()).isTrue();
    server.receive(frame(PART, "x".repeat(600)));
    assertThat(server.closeCode()).isEqualTo(1009);
  }

  @Test
  void fragmentsWithinTheLimitBecomeOneMessage() {
    server.receive(frame(TEXT_PART, "one "));
    server.receive(frame(0x89, "ping"));
    server.receive(frame(PART, "two "));
    server.receive(frame(LAST_PART, "three"));
    server.receive(frame(TEXT_PART, "x".repeat(600)));
    server.receive(frame(LAST_PART, "y".repeat(400)));
    assertThat(server.texts).containsExactly("one two three", "x".repeat(600) + "y".repeat(400));
  }

  @Test
  void endlessEmptyFragmentsAreRefused() {
    server.receive(frame(TEXT_PART, ""));
    for (int i = 1; i < GuardedDraft.FRAGMENTS; i++) {
      server.receive(frame(PART, ""));
    }
    assertThat(server.isOpen()).isTrue();
    server.receive(frame(PART, ""));
    assertThat(server.closeCode()).isEqualTo(1009);
  }

  @Test
  void unmaskedFrameIsRefusedByTheServer() {
    server.receive(unmasked(TEXT, "hello"));
    assertThat(server.texts).isEmpty();
    assertThat(server.closeCode()).isEqualTo(1002);
  }

  @Test
  void reservedBitsOpcodesAndBrokenSequencesAreProtocolErrors() {
    for (int first : new int[] {0xC1, 0xA1, 0x91, 0x83, 0x8B, 0x09, PART, LAST_PART}) {
      EngineProbe fresh = EngineProbe.server(new GuardedDraft(LIMIT));
      fresh.receive(frame(first, "x"));
      assertThat(fresh.closeCode()).as("first byte %x", first).isEqualTo(1002);
    }
  }

  @Test
  void newMessageInsideAFragmentedOneIsAProtocolError() {
    server.receive(frame(TEXT_PART, "x"));
    server.receive(frame(TEXT, "y"));
    assertThat(server.closeCode()).isEqualTo(1002);
  }

  @Test
  void brokenUtf8IsAnsweredWith1007() {
    server.receive(masked(TEXT, new byte[] {(byte) 0xC3, (byte) 0x28}));
    assertThat(server.closeCode()).isEqualTo(1007);
    EngineProbe fresh = EngineProbe.server(new GuardedDraft(LIMIT));
    fresh.receive(masked(TEXT, new byte[] {(byte) 0xE2, (byte) 0x82}));
    assertThat(fresh.closeCode()).isEqualTo(1007);
  }

  @Test
  void whatCameBeforeABadFrameIsStillHeard() {
    server.receive(frame(TEXT, "good"), frame(TEXT, "also"), unmasked(TEXT, "bad"));
    assertThat(server.texts).containsExactly("good", "also");
    assertThat(server.closeCode()).isEqualTo(1002);
  }

  @Test
  void nothingIsHeardAfterGoodbye() {
    server.receive(masked(0x88, new byte[] {3, (byte) 0xE8}), frame(TEXT, "late"));
    assertThat(server.texts).isEmpty();
    assertThat(server.closeCode()).isEqualTo(1000);
  }

  @Test
  void bytesMayComeOneByOne() {
    byte[] all = join(frame(TEXT, "hello"), frame(TEXT, "x".repeat(300)), frame(TEXT, ""));
    for (byte one : all) {
      server.receive(new byte[] {one});
    }
    assertThat(server.texts).containsExactly("hello", "x".repeat(300), "");
  }

  @Test
  void copiesShareNothingButTheLimit() {
    Draft copy = new GuardedDraft(LIMIT).copyInstance();
    EngineProbe first = EngineProbe.server(copy);
    EngineProbe second = EngineProbe.server(copy);
    first.receive(frame(TEXT_PART, "x".repeat(900)));
    second.receive(frame(TEXT, "y".repeat(900)));
    assertThat(second.texts).hasSize(1);
    second.receive(header(TEXT, true, LIMIT + 1));
    assertThat(second.closeCode()).isEqualTo(1009);
    assertThat(first.isOpen()).isTrue();
  }

  static byte[] frame(int first, String text) {
    return masked(first, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] masked(int first, byte[] payload) {
    byte[] key = {1, 2, 3, 4};
    byte[] body = new byte[payload.length];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) (payload[i] ^ key[i % 4]);
    }
    return join(header(first, true, payload.length), key, body);
  }

  private static byte[] unmasked(int first, String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return join(header(first, false, payload.length), payload);
  }

  private static byte[] header(int first, boolean masked, int length) {
    int mask = masked ? 0x80 : 0;
    if (length < 126) {
      return new byte[] {(byte) first, (byte) (mask | length)};
    }
    return ByteBuffer.allocate(4)
        .put((byte) first)
        .put((byte) (mask | 126))
        .putShort((short) length)
        .array();
  }

  private static byte[] longHeader(long length) {
    return ByteBuffer.allocate(10).put((byte) TEXT).put((byte) 0xFF).putLong(length).array();
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The engine on its own, opened by a handshake, without a socket. */
  private static final class EngineProbe {
    final List<String> texts = new ArrayList<>();
    private final WebSocketImpl engine;

    private EngineProbe(Draft draft) {
      engine = new WebSocketImpl(listener(), List.of(draft));
    }

    static EngineProbe server(Draft draft) {
      var probe = new EngineProbe(draft);
      probe.receive(
          """
          GET /ws HTTP/1.1\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          Sec-WebSocket-Version: 13\r
          \r
          """
              .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(probe.sent(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 101 ").contains("Server: Parley");
      return probe;
    }

    void receive(byte[]... parts) {
      engine.decode(ByteBuffer.wrap(join(parts)));
    }

    boolean isOpen() {
      return engine.isOpen();
    }

    int closeCode() {
      byte[] sent = sent();
      assertThat(sent[0]).isEqualTo((byte) 0x88);
      assertThat((int) sent[1]).as("length of the close frame").isEqualTo(sent.length - 2);
      return ByteBuffer.wrap(sent, 2, 2).getShort();
    }

    private byte[] sent() {
      var all = new ByteArrayOutputStream();
      for (ByteBuffer part = engine.outQueue.poll(); part != null; part = engine.outQueue.poll()) {
        all.write(part.array(), part.position(), part.remaining());
      }
      return all.toByteArray();
    }

    private WebSocketListener listener() {
      return new SilentListener() {
        @Override
        public void onWebsocketMessage(org.java_websocket.WebSocket socket, String text) {
          texts.add(text);
        }
      };
    }
  }
}
