package chat.parley.bench;

import chat.parley.client.ServerAddress;
import chat.parley.client.WebSocketLine;
import chat.parley.protocol.Limits;
import chat.parley.wire.GuardedDraft;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;

/**
 * A client's line with the client's wire code, fed by a {@link Poller} instead of a thread of its
 * own. Any thread sends; the rest is the poller's.
 */
final class PolledLine {
  private static final int CLOSED_ABNORMALLY = 1006;

  private final Poller poller;
  private final ServerAddress address;
  private final WebSocketLine.Listener listener;
  private final WebSocketImpl engine;

  private @Nullable SocketChannel channel;

  /** What the socket did not take at once. Guarded by this. */
  private @Nullable ByteBuffer unsent;

  private boolean over;

  PolledLine(Poller poller, ServerAddress address, WebSocketLine.Listener listener) {
    this.poller = poller;
    this.address = address;
    this.listener = listener;
    this.engine = new WebSocketImpl(new Engine(), new GuardedDraft(Limits.SERVER_FRAME_BYTES));
  }

  /** Connects and asks for the WebSocket; the listener hears when it is there. */
  void start() throws IOException {
    var open = SocketChannel.open(new InetSocketAddress(address.host(), address.port()));
    open.socket().setTcpNoDelay(true);
    open.configureBlocking(false);
    channel = open;
    poller.watch(open, this);
    var request = new HandshakeImpl1Client();
    request.setResourceDescriptor("/ws");
    request.put("Host", address.toString());
    try {
      engine.startHandshake(request);
    } catch (InvalidHandshakeException e) {
      throw new IOException(e);
    }
  }

  void send(String text) {
    try {
      engine.send(text);
    } catch (WebsocketNotConnectedException e) {
      // The line is cut, which is counted where it is noticed.
    }
  }

  /** A reader that never reads. */
  void stopReading() {
    poller.onPoller(() -> interest(0));
  }

  void cut() {
    SocketChannel open = channel;
    poller.onPoller(() -> broken(null));
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        broken(e);
      }
    }
  }

  void arrived(int count, ByteBuffer bytes) {
    if (count < 0) {
      broken(null);
    } else {
      engine.decode(bytes);
    }
  }

  /**
   * Writes what waits; what the socket does not take is written when it can.
   *
   * @return whether nothing waits any more
   */
  synchronized boolean flush() throws IOException {
    SocketChannel open = channel;
    while (open != null) {
      if (unsent == null) {
        unsent = engine.outQueue.poll();
      }
      if (unsent == null) {
        return true;
      }
      open.write(unsent);
      if (unsent.hasRemaining()) {
        poller.onPoller(() -> interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE));
        return false;
      }
      unsent = null;
    }
    return true;
  }

  /**
   * Ends the line; more than once does no harm.
   *
   * @param cause null when the other side, or the member, ended it
   */
  void broken(@Nullable Exception cause) {
    if (over) {
      return;
    }
    over = true;
    try {
      SocketChannel open = channel;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // It is of no use either way.
    }
    String problem = cause == null ? "The line ended." : "The line ended: " + cause;
    listener.onClosed(new WebSocketLine.Closed(CLOSED_ABNORMALLY, cause == null, problem, ""));
  }

  private void interest(int operations) {
    SocketChannel open = channel;
    SelectionKey key = open == null ? null : poller.keyOf(open);
    if (key != null && key.isValid()) {
      key.interestOps(operations);
    }
  }

  private final class Engine extends WebSocketAdapter {
    @Override
    public void onWebsocketOpen(WebSocket conn, Handshakedata handshake) {
      listener.onOpen();
    }

    @Override
    public void onWebsocketMessage(WebSocket conn, String text) {
      try {
        listener.onText(text);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onWebsocketMessage(WebSocket conn, ByteBuffer bytes) {
      // Not part of the protocol.
    }

    @Override
    public void onWebsocketClosing(WebSocket conn, int code, String reason, boolean remote) {
      // The end of the socket follows.
    }

    @Override
    public void onWebsocketClose(WebSocket conn, int code, String reason, boolean remote) {
      broken(null);
    }

    @Override
    public void onWebsocketCloseInitiated(WebSocket conn, int code, String reason) {
      // The end of the socket follows.
    }

    @Override
    public void onWebsocketError(WebSocket conn, Exception e) {
      broken(e);
    }

    @Override
    public void onWriteDemand(WebSocket conn) {
      try {
        flush();
      } catch (IOException e) {
        poller.onPoller(() -> broken(e));
      }
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
