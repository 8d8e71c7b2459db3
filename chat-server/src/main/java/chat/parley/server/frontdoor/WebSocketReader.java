package chat.parley.server.frontdoor;

import chat.parley.server.session.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listening half of a WebSocket connection: feeds what arrives to the engine and what the
 * engine finds to the conversation. Runs on the connection's virtual thread; the engine is touched
 * by no other, so its locks and its asserts meet nobody. Nothing that the engine or the
 * conversation throws gets out of here: it ends this connection.
 */
final class WebSocketReader extends WebSocketAdapter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WebSocketReader.class);

  /** What an idle connection keeps for the next message; most fit. */
  private static final int FEW_BYTES = 256;

  private static final int MANY_BYTES = 16 * 1024;
  private static final long MOVE_NANOS = 1_000_000_000L;
  private static final int COULD_NOT_GO_ON = 1011;
  private static final int TEXT_ONLY = 1003;

  private final InputStream in;
  private final Outbox outbox;
  private final Conversation.Opener opener;
  private final Runnable atEnd;
  private final WebSocketImpl engine;
  private @Nullable Conversation conversation;
  private @Nullable PingFrame ping;

  /** By {@link System#nanoTime}; so long ago at first that log-in is followed by a move. */
  private long movedAt = System.nanoTime() - 2 * MOVE_NANOS;

  /** Nothing more is heard. */
  private boolean over;

  private boolean otherSideClosed;

  /** By {@link System#nanoTime}; zero while something is heard. Read by the door's checks. */
  private volatile long waitingSince;

  /**
   * @param drafts the one draft, copied by the engine
   * @param atEnd the last call of {@link #run}
   */
  WebSocketReader(
      InputStream in,
      Outbox outbox,
      Conversation.Opener opener,
      List<Draft> drafts,
      Runnable atEnd) {
    this.in = in;
    this.outbox = outbox;
    this.opener = opener;
    this.atEnd = atEnd;
    this.engine = new WebSocketImpl(this, drafts);
  }

  /**
   * Queues the handshake answer and opens the conversation.
   *
   * @param request a checked one
   */
  void shakeHands(byte[] request) {
    hear(request, request.length);
  }

  /** What came along with the request. */
  void hear(byte[] bytes) {
    if (bytes.length > 0 && !over) {
      hear(bytes, bytes.length);
    }
  }

  Outbox outbox() {
    return outbox;
  }

  /**
   * For how long nothing has arrived. A conversation that takes its time is not silence; and one
   * clock for all costs less than a timeout on every read.
   */
  long silentNanos(long now) {
    long since = waitingSince;
    return since == 0 ? 0 : now - since;
  }

  /** Whether it waits for the other side to say something. */
  boolean isListening() {
    return waitingSince != 0;
  }

  /**
   * Listens to the end and tells the conversation. Goes on in another thread now and then: what a
   * thread has once parked deep in a handler stays as large as it was then, and an idle connection
   * would keep it for ever.
   */
  @Override
  public void run() {
    boolean moves = false;
    try {
      moves = listen();
      if (moves) {
        Thread.ofVirtual().name("connection").start(this);
      } else if (otherSideClosed) {
        outbox.awaitShut();
      } else {
        discard(); // so that our last words are not lost with a reset
      }
    } catch (IOException e) {
      LOG.debug("The connection from {} ended: {}", outbox.address(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      fail(e);
    } finally {
      if (!moves) {
        outbox.abandon();
        gone();
        atEnd.run();
      }
    }
  }

  /**
   * @return whether a thread with an empty stack is to go on
   */
  private boolean listen() throws IOException {
    byte[] few = new byte[FEW_BYTES];
    while (!over) {
      waitingSince = System.nanoTime() | 1;
      int count = in.read(few, 0, few.length);
      waitingSince = 0;
      if (count < 0) {
        over = true;
        return false;
      }
      hear(few, count);
      if (count == few.length) {
        listenBusily();
      }
      long now = System.nanoTime();
      if (!over && now - movedAt > MOVE_NANOS) {
        movedAt = now;
        return true;
      }
    }
    return false;
  }

  /** While more is there already: in large steps, with a buffer that is not kept. */
  private void listenBusily() throws IOException {
    byte[] many = null;
    while (!over && in.available() > 0) {
      many = many == null ? new byte[MANY_BYTES] : many;
      int count = in.read(many, 0, many.length);
      if (count > 0) {
        hear(many, count);
      }
    }
  }

  private void discard() throws IOException {
    byte[] bytes = new byte[MANY_BYTES];
    while (in.read(bytes, 0, bytes.length) >= 0) {
      // the outbox's goodbye deadline ends this
    }
  }

  private void hear(byte[] bytes, int count) {
    try {
      engine.decode(ByteBuffer.wrap(bytes, 0, count));
      answerPing();
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** Many pings are answered by one pong, to the last of them (RFC 6455 section 5.5.3). */
  private void answerPing() {
    if (ping != null && engine.isOpen()) {
      engine.sendFrame(new PongFrame(ping));
    }
    ping = null;
  }

  private void fail(Throwable e) {
    if (!over) {
      LOG.error("A connection from {} failed", outbox.address(), e);
      outbox.close(COULD_NOT_GO_ON, "Something went wrong on the server. Connect again.");
      over = true;
    }
  }

  private void gone() {
    Conversation open = conversation;
    if (open != null) {
      conversation = null;
      try {
        open.onGone();
      } catch (Throwable e) {
        LOG.error("The end of a connection from {} failed", outbox.address(), e);
      }
    }
  }

  @Override
  public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
    try {
      conversation = opener.open(outbox);
    } catch (Throwable e) {
      fail(e);
    }
  }

  @Override
  public void onWebsocketMessage(WebSocket socket, String text) {
    if (over || conversation == null || !outbox.isOpen()) {
      return;
    }
    try {
      conversation.onText(text);
    } catch (Throwable e) {
      fail(e);
    }
  }

  @Override
  public void onWebsocketMessage(WebSocket socket, ByteBuffer bytes) {
    outbox.close(TEXT_ONLY, "Only text is spoken here.");
    over = true;
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata frame) {
    ping = (PingFrame) frame;
  }

  /** The engine has something to send: its handshake answer comes before the conversation opens. */
  @Override
  public void onWriteDemand(WebSocket socket) {
    for (ByteBuffer bytes = engine.outQueue.poll(); bytes != null; bytes = engine.outQueue.poll()) {
      outbox.control(bytes);
    }
  }

  /** The engine has queued a close frame: its own, or the echo of the other side's. */
  @Override
  public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
    otherSideClosed = remote;
    over = true;
    outbox.finish();
  }

  @Override
  public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

  @Override
  public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
    over = true;
  }

  @Override
  public void onWebsocketError(WebSocket socket, Exception e) {
    fail(e);
  }

  @Override
  public @Nullable InetSocketAddress getLocalSocketAddress(WebSocket socket) {
    return null;
  }

  @Override
  public @Nullable InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
    return null;
  }
}
