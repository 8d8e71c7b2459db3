package chat.parley.client;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Limits;
import chat.parley.wire.GuardedDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket connection to a server, used once. The library's engine speaks the protocol; a
 * virtual thread of this line feeds it by blocking reads, and another one is started whenever there
 * is something to write. An idle line costs a few kilobytes and no platform thread.
 *
 * <p>{@code opening -> open -> closed}, or straight from opening to closed. {@link #send}, {@link
 * #close} and {@link #cut} may be called from any thread and never block.
 */
public final class WebSocketLine {
  /** Is called on the line's reading thread, one call at a time; blocking it slows the sender. */
  public interface Listener {
    /** Who else may hear what is said; comes before everything else, unless nobody answered. */
    void onSecrecy(Secrecy secrecy);

    void onOpen();

    void onText(String text) throws InterruptedException;

    /** The line is gone, however it ended. Called exactly once, last. */
    void onClosed(Closed closed);
  }

  /**
   * How a line ended.
   *
   * @param code of the close frame, or 1006 when there was none
   * @param byServer whether the server said so in a close frame
   * @param problem one sentence for a person, from this side, about what the network did
   * @param reason what the server said in the close frame; empty when nothing
   */
  public record Closed(int code, boolean byServer, String problem, String reason) {}

  private static final Logger log = LoggerFactory.getLogger(WebSocketLine.class);
  private static final int FIRST_BUFFER = 1024;
  private static final int LARGEST_BUFFER = 64 * 1024;
  private static final long LAST_WORDS_MILLIS = 1_000;

  private final ServerAddress address;
  private final Duration handshakeWithin;
  private final Approach approach;
  private final LongSupplier nanos;
  private final Listener listener;
  private final WebSocketImpl engine;
  private final LineWriter writer = new LineWriter(new EngineOutlet());
  private final CountDownLatch gone = new CountDownLatch(1);

  /** Written by the reading thread, read by whoever cuts. */
  private volatile @Nullable Socket socket;

  /** The socket, or TLS over it. Written by the reading thread, read by whoever writes. */
  private volatile @Nullable Socket spoken;

  private volatile @Nullable Thread reader;
  private volatile boolean cut;

  /** Whether the handshake was done. Reading thread only. */
  private boolean opened;

  /** Written by the reading thread. */
  private volatile long heardAt;

  /** What the engine said about the end; written once, under the engine's monitor. */
  private volatile @Nullable Closed engineClosed;

  /** With the usual deadlines of five seconds each, and without TLS. */
  public WebSocketLine(ServerAddress address, Listener listener) {
    this(
        new Approach(address, Timings.DEFAULT.connect(), Timings.DEFAULT.handshake(), null),
        Timings.DEFAULT.handshake(),
        System::nanoTime,
        listener);
  }

  /**
   * @param handshakeWithin for the WebSocket handshake, from where the way is open
   */
  WebSocketLine(
      Approach approach, Duration handshakeWithin, LongSupplier nanos, Listener listener) {
    this.address = approach.address();
    this.approach = approach;
    this.handshakeWithin = handshakeWithin;
    this.nanos = nanos;
    this.listener = listener;
    this.heardAt = nanos.getAsLong();
    this.engine = new WebSocketImpl(new EngineListener(), draft());
  }

  /** Opens the connection; returns at once. To be called once. */
  public void start() {
    reader = Thread.ofVirtual().name("parley line " + address).start(this::live);
  }

  /**
   * Queues a text message.
   *
   * @return false when the line is not open
   */
  public boolean send(String text) {
    if (!engine.isOpen()) {
      return false;
    }
    try {
      engine.send(text);
      return true;
    } catch (WebsocketNotConnectedException e) {
      return false;
    }
  }

  /** When something last arrived, by the clock that was passed in. */
  public long heardAt() {
    return heardAt;
  }

  /** Says goodbye and ends the line, after a second even if the other side does not take it. */
  public void close() {
    if (!engine.isOpen()) {
      cut();
      return;
    }
    Thread.ofVirtual().name("parley line goodbye").start(this::sayGoodbye);
  }

  /** Ends the line now. */
  public void cut() {
    cut = true;
    closeSocket();
    Thread thread = reader;
    if (thread != null) {
      // Wakes it from connecting, and from a listener that makes it wait.
      thread.interrupt();
    }
  }

  private void sayGoodbye() {
    engine.close(CloseCode.NORMAL.code(), "");
    try {
      if (gone.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cut();
  }

  /** The reading thread's whole life. */
  private void live() {
    Closed closed = lost("The connection to " + address + " was lost.");
    try {
      Approach.Way way = approach.open(this::dialled);
      spoken = way.socket();
      listener.onSecrecy(way.secrecy());
      shakeHands(way);
      readFrames(way.socket());
    } catch (Unreachable e) {
      closed = lost(e.sentence());
      Secrecy secrecy = e.secrecy();
      if (secrecy != null) {
        listener.onSecrecy(secrecy);
      }
    } catch (Approach.Stranger e) {
      closed = lost(Ending.strangersKey(address).problem());
      listener.onSecrecy(e.keys());
    } catch (IOException | RuntimeException e) {
      if (!cut && engineClosed == null) {
        log.debug("The line to {} ended", address, e);
      }
    } catch (Error e) {
      log.error("The line to {} ended by an error", address, e);
    } finally {
      closeSocket();
      Closed said = engineClosed;
      gone.countDown();
      listener.onClosed(said == null || !opened ? closed : said);
    }
  }

  /** Whoever cuts while this line is opening must find the socket that is being tried. */
  private void dialled(Socket candidate) {
    socket = candidate;
    if (cut) {
      closeSocket();
    }
  }

  private void shakeHands(Approach.Way way) throws IOException, Unreachable {
    Socket open = way.socket();
    var request = new HandshakeImpl1Client();
    request.setResourceDescriptor("/ws");
    request.put("Host", way.place().toString());
    try {
      engine.startHandshake(request);
    } catch (InvalidHandshakeException e) {
      throw new IOException(e);
    }
    var head = ResponseHead.read(open, address, handshakeWithin, nanos);
    open.setSoTimeout(0);
    heardAt = nanos.getAsLong();
    engine.decode(ByteBuffer.wrap(head.bytes(), 0, head.length()));
    if (!opened) {
      throw Unreachable.notParley(address);
    }
  }

  private void readFrames(Socket open) throws IOException {
    InputStream in = open.getInputStream();
    byte[] bytes = new byte[FIRST_BUFFER];
    while (!cut) {
      int n = in.read(bytes);
      if (n < 0) {
        return;
      }
      heardAt = nanos.getAsLong();
      engine.decode(ByteBuffer.wrap(bytes, 0, n));
      if (n == bytes.length && n < LARGEST_BUFFER) {
        bytes = Arrays.copyOf(bytes, n * 4);
      }
    }
  }

  /** Never goes through TLS, whose close waits for a write that is stuck. */
  private void closeSocket() {
    Socket open = socket;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        log.debug("Closing the socket to {} failed", address, e);
      }
    }
  }

  private static Closed lost(String problem) {
    return new Closed(CloseFrame.ABNORMAL_CLOSE, false, problem, "");
  }

  /** The one place that says how large a message a server may send. */
  private static Draft draft() {
    return new GuardedDraft(Limits.SERVER_FRAME_BYTES);
  }

  /** What the engine has queued, on its way to the socket. */
  private final class EngineOutlet implements LineWriter.Outlet {
    @Override
    public Queue<ByteBuffer> frames() {
      return engine.outQueue;
    }

    @Override
    public OutputStream out() throws IOException {
      Socket open = spoken;
      if (open == null) {
        throw new IOException("There is no socket yet.");
      }
      return open.getOutputStream();
    }

    @Override
    public void flushed() {
      if (engine.isFlushAndClose()) {
        engine.closeConnection();
      }
    }

    @Override
    public void broken() {
      cut();
    }
  }

  /** What the engine asks of us. */
  private final class EngineListener extends WebSocketAdapter {
    @Override
    public void onWebsocketOpen(WebSocket conn, Handshakedata handshake) {
      opened = true;
      listener.onOpen();
    }

    @Override
    public void onWebsocketMessage(WebSocket conn, String text) {
      try {
        if (!cut) {
          listener.onText(text);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        cut();
      } catch (RuntimeException e) {
        log.error("A message from {} could not be handled", address, e);
        cut();
      }
    }

    @Override
    public void onWebsocketMessage(WebSocket conn, ByteBuffer bytes) {
      // Binary messages are not part of the protocol; a later version may have them.
    }

    /** Comes first, before the goodbye is written: the other side may be gone by then. */
    @Override
    public void onWebsocketClosing(WebSocket conn, int code, String reason, boolean remote) {
      if (engineClosed == null) {
        String problem =
            remote
                ? address + " ended the connection."
                : address + " sent something that this version of Parley does not understand.";
        engineClosed = new Closed(code, remote, problem, remote ? reason.strip() : "");
      }
    }

    @Override
    public void onWebsocketClose(WebSocket conn, int code, String reason, boolean remote) {
      onWebsocketClosing(conn, code, reason, remote);
      closeSocket();
    }

    @Override
    public void onWebsocketCloseInitiated(WebSocket conn, int code, String reason) {
      // Our own doing.
    }

    @Override
    public void onWebsocketError(WebSocket conn, Exception e) {
      log.debug("The engine of the line to {} met an error", address, e);
    }

    @Override
    public void onWriteDemand(WebSocket conn) {
      writer.wake();
    }

    @Override
    public @Nullable InetSocketAddress getLocalSocketAddress(WebSocket conn) {
      return null;
    }

    @Override
    public @Nullable InetSocketAddress getRemoteSocketAddress(WebSocket conn) {
      return null;
    }
  }
}
