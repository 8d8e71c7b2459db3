package chat.parley.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Asks again, once a second, whether somebody may still have bytes that take long to move: who was
 * logged out, removed or banned meanwhile gets no more of them. Used by one thread.
 */
final class Leave {
  private static final long EVERY_NANOS = 1_000_000_000;

  private final BooleanSupplier mayStill;
  private final LongSupplier nanos;
  private long askedAt;

  /**
   * @param mayStill may block
   * @param nanos a clock that only goes forward
   */
  Leave(BooleanSupplier mayStill, LongSupplier nanos) {
    this.mayStill = mayStill;
    this.nanos = nanos;
    askedAt = nanos.getAsLong();
  }

  /** For what everybody may have. */
  static Leave ofAll() {
    return new Leave(() -> true, System::nanoTime);
  }

  /**
   * @throws IOException when they may not any more, which ends the connection
   */
  void require() throws IOException {
    long now = nanos.getAsLong();
    if (now - askedAt < EVERY_NANOS) {
      return;
    }
    askedAt = now;
    if (!mayStill.getAsBoolean()) {
      throw new IOException("Who moved these bytes may not any more");
    }
  }

  /** A body that is read only as long as they may. */
  InputStream over(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        require();
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        require();
        return super.read(bytes, offset, length);
      }
    };
  }
}
