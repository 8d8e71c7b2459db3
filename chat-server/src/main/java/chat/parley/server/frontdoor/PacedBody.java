package chat.parley.server.frontdoor;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A long body, which may take as long as it likes while it keeps coming: every {@value #STEP_BYTES}
 * bytes have half a minute, which is a thousand bytes a second (reliability: the floor of a body).
 * Used by the connection's thread only.
 */
final class PacedBody extends InputStream {
  static final int STEP_BYTES = 30 * 1024;
  static final Duration STEP = Duration.ofSeconds(30);

  private final HeadReader heads;
  private final TimedInput clock;
  private long sinceStep;

  PacedBody(HeadReader heads, TimedInput clock) {
    this.heads = heads;
    this.clock = clock;
    clock.endWithin(STEP);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = heads.read(bytes, offset, length);
    sinceStep += Math.max(0, count);
    if (sinceStep >= STEP_BYTES) {
      sinceStep = 0;
      clock.endWithin(STEP);
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
