package chat.parley.client;

import chat.parley.model.Fingerprint;
import chat.parley.protocol.Tls;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashSet;
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
 * A server that was met may have moved. It is looked for where it is said to be, where it was last
 * and where it was met, and is where its key is.
 *
 * @param address at which the server was met, or is to be met first
 * @param within for a TCP connection
 * @param handshake for the TLS handshake after it
 * @param servers null to speak without TLS
 */
record Approach(
    ServerAddress address, Duration within, Duration handshake, @Nullable KnownServers servers) {
  private static final Logger log = LoggerFactory.getLogger(Approach.class);

  /** What is spoken over, who else may hear it, and where the server is. */
  record Way(Socket socket, Secrecy secrecy, ServerAddress place) {}

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
    if (servers == null) {
      return new Way(Dial.open(address, within, candidates), new Secrecy.Open(), address);
    }
    Fingerprint known = servers.keyOf(address);
    return known == null
        ? at(address, servers, null, candidates)
        : atSomePlace(servers, known, candidates);
  }

  /** What is told is what went wrong where it was last: anybody can say that it is elsewhere. */
  private Way atSomePlace(KnownServers servers, Fingerprint known, Consumer<Socket> candidates)
      throws Unreachable, Stranger, IOException {
    ServerAddress last = servers.lastPlace(address);
    var others = new LinkedHashSet<>(servers.rumours(address));
    others.remove(last);
    for (ServerAddress place : others) {
      Way way = atOther(place, servers, known, candidates);
      if (way != null) {
        return way;
      }
    }
    try {
      return found(servers, at(last, servers, known, candidates));
    } catch (Unreachable | Stranger e) {
      boolean tried = last.equals(address) || others.contains(address);
      Way way = tried ? null : atOther(address, servers, known, candidates);
      if (way != null) {
        return way;
      }
      servers.isLost(address);
      throw e;
    }
  }

  /** Null when it is not there. */
  private @Nullable Way atOther(
      ServerAddress place, KnownServers servers, Fingerprint known, Consumer<Socket> candidates)
      throws IOException {
    try {
      return found(servers, at(place, servers, known, candidates));
    } catch (Unreachable | Stranger e) {
      log.debug("{} is not at {}: {}", address, place, e.getMessage());
      return null;
    }
  }

  private Way found(KnownServers servers, Way way) {
    servers.isAt(address, way.place());
    return way;
  }

  private Way at(
      ServerAddress place,
      KnownServers servers,
      @Nullable Fingerprint known,
      Consumer<Socket> candidates)
      throws Unreachable, Stranger, IOException {
    Socket socket = Dial.open(place, within, candidates);
    var pin = new PinnedKey(known);
    var clock = new HandshakeClock(socket, handshake);
    try {
      SSLSocket secured = secured(socket, place, pin);
      return new Way(secured, new Secrecy.Encrypted(remembered(servers, known, pin)), place);
    } catch (IOException e) {
      Dial.close(socket, e);
      if (known != null && pin.shown() != null && !known.equals(pin.shown())) {
        throw new Stranger(new Secrecy.KeyChanged(known, pin.shown()));
      }
      if (clock.isOver()) {
        throw Unreachable.silent(place);
      }
      if (!isNotTls(e)) {
        log.debug("No TLS with {}", place, e);
        throw Unreachable.noCommonTls(place);
      }
      if (known != null) {
        throw Unreachable.notEncrypted(place, known);
      }
    } finally {
      clock.stop();
    }
    return new Way(Dial.open(place, within, candidates), new Secrecy.Open(), place);
  }

  private static SSLSocket secured(Socket socket, ServerAddress place, PinnedKey pin)
      throws IOException {
    var secured =
        (SSLSocket)
            context(pin).getSocketFactory().createSocket(socket, place.host(), place.port(), true);
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
