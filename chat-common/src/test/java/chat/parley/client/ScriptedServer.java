package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a client's line on a real socket, played by a test: it takes the client's
 * commands one by one, answers what it likes, and cuts the line when it likes.
 */
final class ScriptedServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final ServerSocket listening;
  private final Consumer<Peer> arrival;
  private final BlockingQueue<Peer> arrived = new LinkedBlockingQueue<>();

  ScriptedServer() {
    this(_ -> {});
  }

  /**
   * @param arrival is given each client whose handshake is done, before it says anything
   */
  ScriptedServer(Consumer<Peer> arrival) {
    this.arrival = arrival;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::acceptAll);
  }

  ServerAddress address() {
    return new ServerAddress("127.0.0.1", listening.getLocalPort());
  }

  /** The next client that comes in. */
  Peer accept() throws InterruptedException {
    Peer peer = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(peer).as("a client that connects").isNotNull();
    return peer;
  }

  /** Whether nobody has come in that was not accepted yet. */
  boolean nobodyWaits() {
    return arrived.isEmpty();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(new Peer(socket)::live);
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  /** One client, as the server sees it. */
  final class Peer extends WebSocketAdapter {
    private final Socket socket;
    private final WebSocketImpl engine = new WebSocketImpl(this, List.of(new Draft_6455()));
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Semaphore pongs = new Semaphore(0);
    private volatile @Nullable Consumer<Command> reaction;

    Peer(Socket socket) {
      this.socket = socket;
    }

    /** From now on commands go there, on this client's own thread. */
    void react(Consumer<Command> to) {
      reaction = to;
    }

    /** The next command, which must be one of that type. */
    <T extends Command> T expect(Class<T> type) throws InterruptedException {
      Command command = commands.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(command).isInstanceOf(type);
      return type.cast(command);
    }

    /** The next command if it is there already. */
    @Nullable Command peek() {
      return commands.peek();
    }

    /** Says everything in one write. */
    void say(Event... events) {
      for (Event event : events) {
        say(Codec.encode(event));
      }
    }

    void say(String json) {
      try {
        engine.send(json);
      } catch (WebsocketNotConnectedException e) {
        // The client is gone, as clients may be at any time.
      }
    }

    /** Waits until the client has read all that was said; it may not have handled it yet. */
    void awaitRead() throws InterruptedException {
      engine.sendPing();
      assertThat(pongs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("a pong").isTrue();
    }

    /** What no engine would say. */
    synchronized void sayBytes(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    /** Ends the line without a word. */
    void cut() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void close(int code) {
      engine.close(code, "");
    }

    /** The code with which the client said goodbye, or 1006. */
    int awaitClosed() throws Exception {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void live() {
      var buffer = new byte[64 * 1024];
      try (socket) {
        int n = socket.getInputStream().read(buffer);
        while (n > 0) {
          engine.decode(ByteBuffer.wrap(buffer, 0, n));
          n = socket.getInputStream().read(buffer);
        }
        engine.eot();
      } catch (IOException e) {
        engine.eot();
      }
    }

    @Override
    public void onWebsocketOpen(WebSocket conn, Handshakedata handshake) {
      arrival.accept(this);
      arrived.add(this);
    }

    @Override
    public void onWebsocketMessage(WebSocket conn, String text) {
      try {
        Command command = Codec.decodeCommand(text);
        Consumer<Command> to = reaction;
        if (to == null) {
          commands.add(command);
        } else {
          to.accept(command);
        }
      } catch (Malformed e) {
        throw new IllegalStateException(e.sentence(), e);
      }
    }

    @Override
    public void onWebsocketPong(WebSocket conn, Framedata frame) {
      pongs.release();
    }

    @Override
    public synchronized void onWriteDemand(WebSocket conn) {
      try {
        for (ByteBuffer frame = engine.outQueue.poll();
            frame != null;
            frame = engine.outQueue.poll()) {
          socket.getOutputStream().write(frame.array(), frame.position(), frame.remaining());
        }
        if (engine.isFlushAndClose()) {
          engine.closeConnection();
        }
      } catch (IOException e) {
        // The client is gone; the reading thread notices.
      }
    }

    @Override
    public void onWebsocketClose(WebSocket conn, int code, String reason, boolean remote) {
      closed.complete(code);
      cut();
    }

    @Override
    public void onWebsocketMessage(WebSocket conn, ByteBuffer bytes) {
      throw new IllegalStateException("A client sends text only.");
    }

    @Override
    public void onWebsocketClosing(WebSocket conn, int code, String reason, boolean remote) {}

    @Override
    public void onWebsocketCloseInitiated(WebSocket conn, int code, String reason) {}

    @Override
    public void onWebsocketError(WebSocket conn, Exception e) {
      if (!(e instanceof IOException)) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket conn) {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket conn) {
      return (InetSocketAddress) socket.getRemoteSocketAddress();
    }
  }
}
