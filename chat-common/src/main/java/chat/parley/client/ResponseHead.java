package chat.parley.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The server's answer to the WebSocket handshake, read whole before the engine sees it: the engine
 * itself has no limit and no deadline there.
 *
 * @param bytes the head and whatever arrived with it
 * @param length how many of the bytes are used
 */
record ResponseHead(byte[] bytes, int length) {
  private static final int MAX_BYTES = 8 * 1024;

  static ResponseHead read(
      Socket socket, ServerAddress address, Duration within, LongSupplier nanos)
      throws IOException, Unreachable {
    long end = nanos.getAsLong() + within.toNanos();
    InputStream in = socket.getInputStream();
    var bytes = new byte[MAX_BYTES];
    int length = 0;
    while (true) {
      int n = readBefore(end, socket, in, bytes, length, address, nanos);
      if (n < 0) {
        throw Unreachable.notParley(address);
      }
      length += n;
      if (endsWithin(bytes, length)) {
        return checked(new ResponseHead(bytes, length), address);
      }
      if (length == MAX_BYTES || !startsLikeHttp(bytes, length)) {
        throw Unreachable.notParley(address);
      }
    }
  }

  private static int readBefore(
      long end,
      Socket socket,
      InputStream in,
      byte[] bytes,
      int length,
      ServerAddress address,
      LongSupplier nanos)
      throws IOException, Unreachable {
    long left = (end - nanos.getAsLong()) / 1_000_000;
    if (left <= 0) {
      throw Unreachable.silent(address);
    }
    socket.setSoTimeout((int) left);
    try {
      return in.read(bytes, length, bytes.length - length);
    } catch (SocketTimeoutException e) {
      throw Unreachable.silent(address);
    }
  }

  private static ResponseHead checked(ResponseHead head, ServerAddress address) throws Unreachable {
    String start = new String(head.bytes, 0, Math.min(12, head.length), StandardCharsets.US_ASCII);
    return switch (start) {
      case "HTTP/1.1 101" -> head;
      case "HTTP/1.1 429", "HTTP/1.1 503" -> throw Unreachable.tooBusy(address);
      default -> throw Unreachable.notParley(address);
    };
  }

  private static boolean startsLikeHttp(byte[] bytes, int length) {
    String start = new String(bytes, 0, Math.min(5, length), StandardCharsets.US_ASCII);
    return "HTTP/".startsWith(start);
  }

  private static boolean endsWithin(byte[] bytes, int length) {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n'
          && bytes[i - 1] == '\r'
          && bytes[i - 2] == '\n'
          && bytes[i - 3] == '\r') {
        return true;
      }
    }
    return false;
  }
}
