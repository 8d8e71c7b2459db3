package chat.parley.server.frontdoor;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A line on which WebSocket frames become server-sent events: a text frame is an event of its text,
 * a close frame one of the kind {@code close} with code and reason. So an {@link Outbox} keeps to
 * the same rules whichever way its words leave. Frames may be handed over in any pieces. Used by
 * one thread at a time.
 */
final class EventLine implements Line {
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final byte[] BEFORE = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

  /** Two bytes, and up to eight of length. */
  private static final int MOST_HEADER_BYTES = 10;

  private final Line line;
  private final byte[] header = new byte[MOST_HEADER_BYTES];
  private int headerBytes;
  private long payloadLeft;
  private boolean inPayload;

  /** What a close frame says; its payload is small. */
  private final ByteArrayOutputStream closing = new ByteArrayOutputStream();

  EventLine(Line line) {
    this.line = line;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    var out = new ByteArrayOutputStream(length + 64);
    int end = offset + length;
    for (int at = offset; at < end; ) {
      at += inPayload ? payload(bytes, at, end - at, out) : head(bytes[at], out);
    }
    line.write(out.toByteArray(), 0, out.size());
  }

  /** Takes one byte of a header. */
  private int head(byte b, ByteArrayOutputStream out) {
    header[headerBytes++] = b;
    if (headerBytes == needed()) {
      payloadLeft = length();
      headerBytes = 0;
      inPayload = true;
      if (kind() == TEXT) {
        out.writeBytes(BEFORE);
      }
      endIfWhole(out);
    }
    return 1;
  }

  private int payload(byte[] bytes, int at, int there, ByteArrayOutputStream out) {
    int step = (int) Math.min(there, payloadLeft);
    if (kind() == TEXT) {
      out.write(bytes, at, step);
    } else if (kind() == CLOSE) {
      closing.write(bytes, at, step);
    }
    payloadLeft -= step;
    endIfWhole(out);
    return step;
  }

  private void endIfWhole(ByteArrayOutputStream out) {
    if (payloadLeft > 0) {
      return;
    }
    inPayload = false;
    if (kind() == TEXT) {
      out.writeBytes(AFTER);
    } else if (kind() == CLOSE && closing.size() >= 2) {
      out.writeBytes(goodbye(ByteBuffer.wrap(closing.toByteArray())));
    }
  }

  private static byte[] goodbye(ByteBuffer closing) {
    var said = new JsonObject();
    said.addProperty("code", closing.getShort() & 0xffff);
    said.addProperty("reason", StandardCharsets.UTF_8.decode(closing).toString());
    return ("event: close\ndata: " + said + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private int kind() {
    return header[0] & 0xff;
  }

  /** How many bytes the header has, as far as it says so yet. */
  private int needed() {
    if (headerBytes < 2) {
      return 2;
    }
    return switch (header[1]) {
      case 126 -> 4;
      case 127 -> MOST_HEADER_BYTES;
      default -> 2;
    };
  }

  private long length() {
    ByteBuffer bytes = ByteBuffer.wrap(header);
    return switch (header[1]) {
      case 126 -> bytes.getShort(2) & 0xffff;
      case 127 -> bytes.getLong(2);
      default -> header[1];
    };
  }

  @Override
  public void endOutput() throws IOException {
    line.endOutput();
  }

  @Override
  public void close() {
    line.close();
  }

  @Override
  public void abort() {
    line.abort();
  }

  @Override
  public String address() {
    return line.address();
  }
}
