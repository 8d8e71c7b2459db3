package chat.parley.server.frontdoor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes request heads off a stream and keeps what follows them. Bounded: at most {@value
 * #MOST_BYTES} bytes and {@value #MOST_FIELDS} fields a head, each byte looked at once, and what is
 * wrong is refused at the byte that is wrong. Used by one thread.
 */
final class HeadReader {
  static final int MOST_BYTES = 8 * 1024;
  static final int MOST_FIELDS = 100;
  private static final int FIRST_BYTES = 512;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BYTES];
  private int filled;

  HeadReader(InputStream in) {
    this.in = in;
  }

  /** The first byte that is not taken yet, without taking it; -1 at the end of the stream. */
  int peek() throws IOException {
    return filled > 0 || fill() ? buffer[0] & 0xff : -1;
  }

  /** Whether part of something has arrived. */
  boolean isUnderWay() {
    return filled > 0;
  }

  /** The next head, or null when the stream ended before its first byte. */
  @Nullable RequestHead next() throws IOException {
    if (peek() < 0) {
      return null;
    }
    int end = findEnd();
    byte[] head = Arrays.copyOf(buffer, end);
    drop(end);
    return RequestHead.parse(head);
  }

  /** Everything that was read and not taken. */
  byte[] rest() {
    byte[] rest = Arrays.copyOf(buffer, filled);
    filled = 0;
    return rest;
  }

  /** Reads what follows a head, first what came along with it. */
  int read(byte[] bytes, int offset, int length) throws IOException {
    if (filled == 0) {
      return in.read(bytes, offset, length);
    }
    int step = Math.min(length, filled);
    System.arraycopy(buffer, 0, bytes, offset, step);
    drop(step);
    return step;
  }

  /** Index behind the empty line. */
  private int findEnd() throws IOException {
    int lineStart = 0;
    int lines = 0;
    for (int at = 0; ; at++) {
      if (at == filled && !fill()) {
        throw HttpRefusal.malformed("The request ends in the middle.");
      }
      boolean afterCr = at > lineStart && buffer[at - 1] == '\r';
      if (buffer[at] == '\n' && afterCr) {
        boolean empty = at - lineStart == 1;
        if (empty && lines > 0) {
          return at + 1;
        }
        checkLine(empty, ++lines);
        lineStart = at + 1;
      } else if (afterCr || isControl(buffer[at])) {
        throw HttpRefusal.malformed("The request has a character that does not belong there.");
      }
    }
  }

  private static void checkLine(boolean empty, int lines) throws HttpRefusal {
    if (empty) {
      throw HttpRefusal.malformed("The request has no first line.");
    }
    if (lines > MOST_FIELDS + 1) {
      throw new HttpRefusal(431, "A request may have at most " + MOST_FIELDS + " headers.");
    }
  }

  private static boolean isControl(byte b) {
    return b >= 0 && b < ' ' && b != '\t' && b != '\r' || b == 0x7f;
  }

  private boolean fill() throws IOException {
    if (filled == MOST_BYTES) {
      throw new HttpRefusal(431, "A request head may have at most " + MOST_BYTES + " bytes.");
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, count);
    return count > 0;
  }

  private void drop(int count) {
    filled -= count;
    System.arraycopy(buffer, count, buffer, 0, filled);
  }
}
