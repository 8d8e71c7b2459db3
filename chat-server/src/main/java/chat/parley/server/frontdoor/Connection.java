package chat.parley.server.frontdoor;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Tls;
import chat.parley.server.session.Conversation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.java_websocket.drafts.Draft;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One accepted socket, from its first byte to its end, each on a virtual thread.
 *
 * <pre>
 *   GREETING ──request head──▶ TALKING (WebSocket or HTTP) ──▶ GONE
 *      └─────── too slow, too long, refused ───────────────────▲
 * </pre>
 */
final class Connection implements Line {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int TLS_HELLO = 0x16;

  /** How much a refused client may still be saying while it is told why, and for how long. */
  private static final int LAST_WORDS_BYTES = 64 * 1024;

  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  /**
   * What all connections of a door share.
   *
   * @param drafts one, copied for each connection
   */
  record Shared(
      FrontDoor door,
      FrontDoorConfig config,
      Conversation.Opener opener,
      HttpHandler http,
      List<Draft> drafts,
      Outbox.Rules outbox,
      Streams streams,
      Turnstile turnstile) {}

  private final Shared shared;
  private final Socket socket;
  private final InetAddress peer;

  /** The socket, or TLS over it. Set before an outbox exists. */
  private Socket line;

  /** One of the two is set when TALKING begins; read by whoever stops or checks the door. */
  private volatile @Nullable WebSocketReader webSocket;

  private volatile @Nullable HttpTalk http;

  Connection(Shared shared, Socket socket) {
    this.shared = shared;
    this.socket = socket;
    this.peer = socket.getInetAddress();
    this.line = socket;
  }

  /**
   * Runs on the connection's thread. An HTTP connection is over when this returns; a WebSocket goes
   * on with a thread of its own, so that an idle one keeps neither the stack nor the thread-locals
   * that shaking hands needed.
   *
   * @param acceptedAt by {@link System#nanoTime}; the first deadline counts from there
   */
  void run(long acceptedAt) {
    WebSocketReader reader = null;
    try {
      reader = greet(acceptedAt);
    } catch (IOException e) {
      LOG.debug("The connection from {} ended: {}", address(), e.toString());
    } catch (Throwable e) {
      LOG.error("A connection from {} failed", address(), e);
    } finally {
      if (reader == null) {
        end();
      }
    }
    if (reader != null) {
      startOrRun(reader);
    }
  }

  private static void startOrRun(WebSocketReader reader) {
    try {
      Thread.ofVirtual().name("connection").start(reader);
    } catch (OutOfMemoryError e) {
      reader.run(); // dearer, but nobody is forgotten
    }
  }

  /** The WebSocket that was opened; null when the connection is over. */
  private @Nullable WebSocketReader greet(long acceptedAt) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    var input = new TimedInput(socket);
    input.endBy(acceptedAt + deadlines().head().toNanos());
    var heads = new HeadReader(input);
    try {
      int first = heads.peek();
      SSLContext tls = shared.config().tls();
      if (first < 0 || first == TLS_HELLO && tls == null) {
        return null; // to a TLS client nothing that we could say would be understood
      }
      long cameToTurnstile = System.nanoTime();
      shared.turnstile().pass(peer);
      long ours = System.nanoTime() - cameToTurnstile; // is not held against whoever is there
      input.endBy(acceptedAt + deadlines().head().toNanos() + ours);
      if (first == TLS_HELLO && tls != null) {
        SSLSocket secured = secure(tls, input, heads.rest());
        heads = new HeadReader(secured.getInputStream());
      }
      return talk(heads, input);
    } catch (HttpRefusal e) {
      sendAway(e, input);
    } catch (SocketTimeoutException e) {
      if (heads.isUnderWay()) {
        sendAway(HttpRefusal.tooSlow(), input);
      }
    }
    return null;
  }

  private SSLSocket secure(SSLContext tls, TimedInput input, byte[] hello) throws IOException {
    var below = new StreamSocket(socket, input, socket.getOutputStream());
    var above = tls.getSocketFactory().createSocket(below, new ByteArrayInputStream(hello), true);
    var secured = (SSLSocket) above;
    Tls.restrict(secured);
    secured.startHandshake();
    line = secured;
    return secured;
  }

  private @Nullable WebSocketReader talk(HeadReader heads, TimedInput input) throws IOException {
    RequestHead head = heads.next();
    if (head == null) {
      return null;
    }
    if (shared.config().tls() != null && !isSecure()) {
      throw plainOnTls(head);
    }
    if (Upgrade.isWantedBy(head)) {
      return webSocket(head, heads, input);
    }
    var talk =
        new HttpTalk(
            line,
            this,
            isSecure(),
            input,
            heads,
            shared.http(),
            this::visit,
            shared.door(),
            shared.streams());
    http = talk;
    talk.run(head);
    return null;
  }

  private static HttpRefusal plainOnTls(RequestHead head) {
    if (Upgrade.isWantedBy(head) || head.host() == null) {
      return new HttpRefusal(403, "This server speaks TLS. Connect with wss, not ws.");
    }
    return HttpRefusal.movedTo("https://" + head.host() + head.target());
  }

  private WebSocketReader webSocket(RequestHead head, HeadReader heads, TimedInput input)
      throws IOException {
    byte[] request = Upgrade.accept(head, isSecure());
    input.withoutEnd();
    var out = new Outbox(this, shared.outbox());
    var reader =
        new WebSocketReader(
            line.getInputStream(), out, shared.opener(), shared.drafts(), this::end);
    reader.shakeHands(request);
    webSocket = reader; // not before: a close frame must not overtake the handshake
    if (shared.door().isStopping()) {
      hangUp(CloseCode.GOING_AWAY);
    }
    reader.hear(heads.rest());
    return reader;
  }

  private HttpHandler.Visit visit() {
    return new HttpHandler.Visit(address(), isSecure(), shared.door().connections());
  }

  private void sendAway(HttpRefusal refusal, TimedInput input) throws IOException {
    OutputStream out = line.getOutputStream();
    out.write(refusal.response());
    line.shutdownOutput();
    // To close on unread bytes would reset the connection, and the answer would be lost with it.
    input.endWithin(LAST_WORDS);
    byte[] bytes = new byte[1024];
    int heard = 0;
    for (int count = 0; count >= 0 && heard < LAST_WORDS_BYTES; heard += count) {
      count = input.read(bytes, 0, bytes.length);
    }
  }

  /** The door closes: says so to a WebSocket, lets an answer under way end, closes the rest. */
  void hangUp(CloseCode code) {
    WebSocketReader reader = webSocket;
    HttpTalk talk = http;
    EventStream stream = talk == null ? null : talk.stream();
    if (reader != null) {
      reader.outbox().close(code, FrontDoor.STOPPING);
    } else if (stream != null) {
      stream.outbox().close(code, FrontDoor.STOPPING);
    } else if (talk == null || !talk.isAnswering()) {
      close();
    }
  }

  /** Whether all that a WebSocket said until now has been dealt with. */
  boolean isHeard() {
    WebSocketReader reader = webSocket;
    try {
      return reader == null || reader.isListening() && socket.getInputStream().available() == 0;
    } catch (IOException e) {
      return true; // it is gone
    }
  }

  /** Ends what takes too long. */
  void check(long now) {
    WebSocketReader reader = webSocket;
    HttpTalk talk = http;
    EventStream stream = talk == null ? null : talk.stream();
    if (stream == null && talk != null && !talk.isTaking(now)) {
      abort();
    }
    if (reader != null) {
      check(reader.outbox(), reader.silentNanos(now), now);
    } else if (stream != null) {
      check(stream.outbox(), stream.silentNanos(now), now);
    }
    // Greeting and HTTP have deadlines on their reads.
  }

  private void check(Outbox outbox, long silentNanos, long now) {
    outbox.check(now);
    if (silentNanos > deadlines().silent().toNanos()) {
      abort();
    }
  }

  private void end() {
    close();
    shared.door().left(this);
  }

  InetAddress peer() {
    return peer;
  }

  @Override
  public String address() {
    return peer.getHostAddress();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    line.getOutputStream().write(bytes, offset, length);
  }

  @Override
  public void endOutput() throws IOException {
    line.shutdownOutput();
  }

  /** Never goes through TLS, whose close waits for a write that is stuck. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("Closing the socket of {} failed: {}", address(), e.toString());
    }
  }

  @Override
  public void abort() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      LOG.debug("The socket of {} is closed already: {}", address(), e.toString());
    }
    close();
  }

  private boolean isSecure() {
    return line != socket;
  }

  private Deadlines deadlines() {
    return shared.config().deadlines();
  }
}
