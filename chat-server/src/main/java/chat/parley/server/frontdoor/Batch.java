package chat.parley.server.frontdoor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Whole frames that leave in one write.
 *
 * @param frames one frame of any size, or several
 * @param bytes their sizes together
 */
record Batch(List<ByteBuffer> frames, int bytes) {
  /**
   * Takes from the front of a queue that is not empty: as many frames as fit, at least one.
   *
   * @param most bytes of several frames together
   */
  static Batch takeFrom(Deque<ByteBuffer> waiting, int most) {
    ByteBuffer first = waiting.remove();
    int bytes = first.remaining();
    if (waiting.isEmpty() || bytes >= most) {
      return new Batch(List.of(first), bytes);
    }
    List<ByteBuffer> frames = new ArrayList<>();
    frames.add(first);
    for (ByteBuffer next = waiting.peek(); next != null; next = waiting.peek()) {
      if (next.remaining() > most - bytes) {
        break;
      }
      frames.add(waiting.remove());
      bytes += next.remaining();
    }
    return new Batch(frames, bytes);
  }

  /** The frames one after the other in one array: theirs, when it is only one. */
  ByteBuffer joined() {
    if (frames.size() == 1) {
      return frames.getFirst();
    }
    ByteBuffer all = ByteBuffer.allocate(bytes);
    frames.forEach(all::put);
    return all.flip();
  }
}
