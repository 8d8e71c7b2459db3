package chat.parley.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a server stood and writes down everything that clients say to it: what comes out of
 * TLS when it has a key, else every byte.
 */
final class Impostor implements AutoCloseable {
  private static final int TLS_HELLO = 0x16;

  private final ServerSocket listening;
  private final @Nullable SSLContext tls;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final AtomicInteger visits = new AtomicInteger();
  private final String answer;

  /**
   * @param tls null for one that speaks none, and ends a connection that begins with it
   * @param answer said to whoever said something that is not TLS
   */
  Impostor(int port, @Nullable SSLContext tls, String answer) throws IOException {
    this.listening = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    this.tls = tls;
    this.answer = answer;
    Thread.ofVirtual().start(this::acceptAll);
  }

  int port() {
    return listening.getLocalPort();
  }

  int visits() {
    return visits.get();
  }

  String heard() {
    synchronized (heard) {
      return heard.toString(StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = listening.accept();
        visits.incrementAndGet();
        Thread.ofVirtual().start(() -> listen(socket));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void listen(Socket plain) {
    try (plain) {
      Socket socket = tls == null ? plain : secured(plain, tls);
      for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
        if (tls == null && b == TLS_HELLO) {
          return;
        }
        synchronized (heard) {
          heard.write(b);
        }
        if (heard().endsWith("\r\n\r\n")) {
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      // The client thought better of it.
    }
  }

  private static Socket secured(Socket plain, SSLContext tls) throws IOException {
    var secured = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, true);
    secured.startHandshake();
    return secured;
  }
}
