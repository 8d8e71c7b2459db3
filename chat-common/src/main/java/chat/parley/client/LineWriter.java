package chat.parley.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what waits in a queue of frames, on a virtual thread that lives only as long as there is
 * something to write. What waits together leaves in one write.
 */
final class LineWriter {
  private static final int MAX_BYTES = 64 * 1024;

  /** Where the frames come from and go to. */
  interface Outlet {
    Queue<ByteBuffer> frames();

    OutputStream out() throws IOException;

    /** All that was asked for is written. */
    void flushed();

    /** Writing failed; it is not tried again. */
    void broken();
  }

  private final Outlet outlet;

  /** How often writing was asked for since the writer last looked; above 0 a writer is running. */
  private final AtomicInteger demand = new AtomicInteger();

  LineWriter(Outlet outlet) {
    this.outlet = outlet;
  }

  /** Makes sure that somebody writes what is queued. Any thread; never blocks. */
  void wake() {
    if (demand.getAndIncrement() == 0) {
      Thread.ofVirtual().name("parley line writer").start(this::run);
    }
  }

  private void run() {
    int seen = demand.get();
    try {
      do {
        writeQueued();
        outlet.flushed();
        seen = demand.addAndGet(-seen);
      } while (seen != 0);
    } catch (IOException e) {
      // The count stays above 0, so that no writer is started on a dead line. The reading thread
      // meets the same trouble and tells of it.
      outlet.broken();
    }
  }

  private void writeQueued() throws IOException {
    Queue<ByteBuffer> frames = outlet.frames();
    ByteBuffer next = frames.poll();
    while (next != null) {
      ByteBuffer following = frames.poll();
      if (following == null) {
        outlet.out().write(next.array(), next.arrayOffset() + next.position(), next.remaining());
      } else {
        following = writeJoined(next, following, frames);
      }
      next = following;
    }
  }

  /**
   * @return the first frame that did not fit, taken from the queue already
   */
  private @Nullable ByteBuffer writeJoined(
      ByteBuffer first, ByteBuffer second, Queue<ByteBuffer> rest) throws IOException {
    var joined = new ByteArrayOutputStream();
    add(joined, first);
    ByteBuffer frame = second;
    while (frame != null && joined.size() + frame.remaining() <= MAX_BYTES) {
      add(joined, frame);
      frame = rest.poll();
    }
    joined.writeTo(outlet.out());
    return frame;
  }

  private static void add(ByteArrayOutputStream joined, ByteBuffer frame) {
    joined.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
  }
}
