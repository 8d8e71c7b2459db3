package chat.parley.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A thin line: moves a few bytes at a time, some fifty times a second. */
final class Slowly implements AutoCloseable {
  private static final int PIECE = 20_000;

  /**
   * Less: on a busy computer the system takes megabytes before the server has read the first of
   * them.
   */
  private static final int WRITTEN_PIECE = 5_000;

  private static final long BETWEEN_NANOS = 20_000_000;

  private final Socket socket = new Socket();

  Slowly(int port) throws IOException {
    socket.setReceiveBufferSize(PIECE);
    socket.setSendBufferSize(PIECE);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
  }

  /**
   * Says the head of a request.
   *
   * @param headers further ones, or empty
   */
  void say(String what, String headers, String pass) throws IOException {
    String more = headers.isEmpty() ? "" : headers + "\r\n";
    write(
        (what + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + pass + "\r\n" + more)
            .getBytes(StandardCharsets.US_ASCII));
    write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Of the answer, whose first line is read. */
  int status() throws IOException {
    InputStream in = socket.getInputStream();
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return Integer.parseInt(line.toString().split(" ")[1]);
  }

  /**
   * @return how many bytes came before the end or the break of the line
   */
  long readToEnd() throws IOException {
    byte[] piece = new byte[PIECE];
    long all = 0;
    try {
      for (int count = socket.getInputStream().read(piece); count >= 0; ) {
        all += count;
        LockSupport.parkNanos(BETWEEN_NANOS);
        count = socket.getInputStream().read(piece);
      }
    } catch (SocketException e) {
      return all; // the server broke it
    }
    return all;
  }

  /**
   * @return how many bytes were taken before the line broke, at most so many
   */
  long writeToEnd(long most) throws IOException {
    long all = 0;
    try {
      while (all < most) {
        int piece = (int) Math.min(WRITTEN_PIECE, most - all);
        write(new byte[piece]);
        all += piece;
        LockSupport.parkNanos(BETWEEN_NANOS);
      }
    } catch (SocketException e) {
      return all;
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
