package chat.parley.client;

import chat.parley.model.Fingerprint;
import chat.parley.protocol.Tls;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a server, up to where it may be spoken to.
 *
 * <pre>
 *                     answers by TLS          answers, but not by TLS
 * never met           remembered, encrypted   dialled again, open
 * met, same key       encrypted               nothing is said
 * met, another key    nothing is said
 * </pre>
 *
 * @param within for a TCP connection
 * @param handshake for the TLS handshake after it
 * @param servers null to speak without TLS
 */
record Approach(
    ServerAddress address, Duration within, Duration handshake, @Nullable KnownServers servers) {
  private static final Logger log = LoggerFactory.getLogger(Approach.class);

  /** What is spoken over, and who else may hear it. */
  record Way(Socket socket, Secrecy secrecy) {}

  /** Whoever answered has another key than the server. */
  static final class Stranger extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Secrecy.KeyChanged keys;

    Stranger(Secrecy.KeyChanged keys) {
      super("another key", null, false, false);
      this.keys = keys;
    }

    Secrecy.KeyChanged keys() {
      return keys;
    }
  }

  /**
   * @param candidates is given each socket before it is used, so that it can be closed meanwhile
   */
  Way open(Consumer<Socket> candidates) throws Unreachable, Stranger, IOException {
    Socket socket = Dial.open(address, within, candidates);
    if (servers == null) {
      return new Way(socket, new Secrecy.Open());
    }
    Fingerprint known = servers.keyOf(address);
    var pin = new PinnedKey(known);
    var clock = new HandshakeClock(socket, handshake);
    try {
      SSLSocket secured = secured(socket, pin);
      return new Way(secured, new Secrecy.Encrypted(remembered(servers, known, pin)));
    } catch (IOException e) {
      Dial.close(socket, e);
      if (known != null && pin.shown() != null && !known.equals(pin.shown())) {
        throw new Stranger(new Secrecy.KeyChanged(known, pin.shown()));
      }
      if (clock.isOver()) {
        throw Unreachable.silent(address);
      }
      if (!isNotTls(e)) {
        log.debug("No TLS with {}", address, e);
        throw Unreachable.noCommonTls(address);
      }
      if (known != null) {
        throw Unreachable.notEncrypted(address, known);
      }
    } finally {
      clock.stop();
    }
    return new Way(Dial.open(address, within, candidates), new Secrecy.Open());
  }

  private SSLSocket secured(Socket socket, PinnedKey pin) throws IOException {
    var secured =
        (SSLSocket)
            context(pin)
                .getSocketFactory()
                .createSocket(socket, address.host(), address.port(), true);
    Tls.restrict(secured);
    secured.startHandshake();
    return secured;
  }

  /** One for each line: sessions of another line would be taken up without a look at the key. */
  private static SSLContext context(PinnedKey pin) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {pin}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has TLS", e);
    }
  }

  /** After the handshake, in which the other side proved that it has the key it showed. */
  private Fingerprint remembered(KnownServers servers, @Nullable Fingerprint known, PinnedKey pin)
      throws Stranger, Unreachable {
    Fingerprint shown = pin.shown();
    if (shown == null) {
      throw Unreachable.noCommonTls(address); // no handshake ends so
    }
    if (known != null) {
      return known;
    }
    try {
      Fingerprint kept = servers.met(address, shown);
      if (!kept.equals(shown)) {
        throw new Stranger(new Secrecy.KeyChanged(kept, shown)); // met by another line meanwhile
      }
      return kept;
    } catch (IOException e) {
      log.warn("The key of {} could not be kept", address, e);
      throw Unreachable.keyNotKept(address);
    }
  }

  /**
   * Whether the other side does not know what TLS is, or does not want to: it closed the line, or
   * said something else. A refusal in the words of TLS is none of these.
   */
  private static boolean isNotTls(IOException e) {
    if (e instanceof SocketException
        || e.getCause() instanceof EOFException
        || e.getCause() instanceof SocketException) {
      return true;
    }
    String said = e.getMessage();
    return e.getClass() == SSLException.class
        && said != null
        && said.contains("recognized SSL message");
  }

  /** Ends a handshake that takes too long, however often a byte of it comes. */
  private static final class HandshakeClock {
    private final Thread thread;
    private volatile boolean over;

    HandshakeClock(Socket socket, Duration within) {
      this.thread =
          Thread.ofVirtual().name("parley handshake clock").start(() -> run(socket, within));
    }

    private void run(Socket socket, Duration within) {
      try {
        Thread.sleep(within);
        over = true;
        socket.close();
      } catch (InterruptedException e) {
        // The handshake is over.
      } catch (IOException e) {
        log.debug("Closing a socket failed", e);
      }
    }

    boolean isOver() {
      return over;
    }

    void stop() {
      thread.interrupt();
    }
  }
}
