package chat.parley.server.frontdoor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * What is answered on a connection, under a floor: whoever takes less than a thousand bytes a
 * second over half a minute is not waited for (reliability: the floor of a download). Writes are
 * made by the connection's thread; whether they get on is asked by another.
 */
final class PacedOutput extends OutputStream {
  private static final int PIECE = 16 * 1024;

  private final OutputStream out;
  private long sinceStep;

  /**
   * By {@link System#nanoTime}, since when the bytes of this step are waited for; 0 for no wait.
   */
  private volatile long stepSince;

  PacedOutput(Socket socket) throws IOException {
    this.out = socket.getOutputStream();
  }

  boolean isTaking(long now) {
    long since = stepSince;
    return since == 0 || now - since < PacedBody.STEP.toNanos();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (stepSince == 0) {
      step();
    }
    for (int at = 0; at < length; at += PIECE) {
      int piece = Math.min(PIECE, length - at);
      out.write(bytes, offset + at, piece);
      sinceStep += piece;
      if (sinceStep >= PacedBody.STEP_BYTES) {
        step();
      }
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** All that was to be said is on its way. */
  void rest() {
    stepSince = 0;
  }

  private void step() {
    sinceStep = 0;
    long now = System.nanoTime();
    stepSince = now == 0 ? 1 : now;
  }
}
