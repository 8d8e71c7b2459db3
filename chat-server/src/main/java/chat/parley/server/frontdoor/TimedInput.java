package chat.parley.server.frontdoor;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What arrives on a socket, under a deadline that is for all reads together, so that a byte now and
 * then does not stretch it. Sits below TLS, so that a handshake is under the same clock. Used by
 * the connection's thread only.
 */
final class TimedInput extends InputStream {
  private final Socket socket;
  private final InputStream in;
  private long deadline;
  private boolean hasDeadline;
  private int timeoutMillis;

  TimedInput(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** From now on every read fails with {@link SocketTimeoutException} once this time is over. */
  void endWithin(Duration time) {
    endBy(System.nanoTime() + time.toNanos());
  }

  /**
   * @param nanoTime on the clock of {@link System#nanoTime}
   */
  void endBy(long nanoTime) {
    deadline = nanoTime;
    hasDeadline = true;
  }

  /** From now on a read waits until something comes. */
  void withoutEnd() throws IOException {
    hasDeadline = false;
    timeout(0);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (hasDeadline) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new SocketTimeoutException("The time is over");
      }
      timeout((int) TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }
    return in.read(bytes, offset, length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  private void timeout(int millis) throws IOException {
    if (millis != timeoutMillis) {
      socket.setSoTimeout(millis);
      timeoutMillis = millis;
    }
  }
}
