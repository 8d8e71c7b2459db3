package chat.parley.server.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One or more whole WebSocket text frames as a server sends them (RFC 6455 section 5.2, not
 * masked), encoded once and shared by all who receive them. Immutable: take a {@link #bytes()
 * view}.
 */
public final class Frame {
  private static final int FIN_TEXT = 0x81;

  private final ByteBuffer bytes;
  private final boolean passing;

  private Frame(ByteBuffer bytes, boolean passing) {
    this.bytes = bytes;
    this.passing = passing;
  }

  /** A frame that must arrive. */
  public static Frame of(String json) {
    return new Frame(encode(json), false);
  }

  /** A frame that may be dropped for a slow reader. */
  public static Frame passing(String json) {
    return new Frame(encode(json), true);
  }

  /** Several frames that must arrive and leave together, in order. */
  public static Frame join(Iterable<Frame> frames) {
    return join(frames, false);
  }

  /** Several frames that leave together or are dropped together. */
  public static Frame joinPassing(Iterable<Frame> frames) {
    return join(frames, true);
  }

  private static Frame join(Iterable<Frame> frames, boolean passing) {
    int size = 0;
    for (Frame frame : frames) {
      size += frame.size();
    }
    ByteBuffer all = ByteBuffer.allocate(size);
    for (Frame frame : frames) {
      all.put(frame.bytes());
    }
    return new Frame(all.flip(), passing);
  }

  /**
   * A fresh view whose position and limit belong to the caller; the content must not be written.
   */
  public ByteBuffer bytes() {
    return bytes.duplicate();
  }

  public int size() {
    return bytes.limit();
  }

  /** Whether it may be dropped for a slow reader. */
  public boolean isPassing() {
    return passing;
  }

  private static ByteBuffer encode(String json) {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
    frame.put((byte) FIN_TEXT);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length < 65_536) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    return frame.put(payload).flip();
  }
}
