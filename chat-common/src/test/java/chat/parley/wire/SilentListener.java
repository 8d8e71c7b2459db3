package chat.parley.wire;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.handshake.Handshakedata;

/** Hears nothing; a test overrides what it wants to hear. */
abstract class SilentListener extends WebSocketAdapter {
  @Override
  public void onWebsocketMessage(WebSocket socket, ByteBuffer bytes) {}

  @Override
  public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {}

  @Override
  public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

  @Override
  public void onWebsocketError(WebSocket socket, Exception e) {
    throw new AssertionError("the engine reported an error", e);
  }

  @Override
  public void onWriteDemand(WebSocket socket) {}

  @Override
  public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
    return InetSocketAddress.createUnresolved("here", 0);
  }

  @Override
  public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
    return InetSocketAddress.createUnresolved("there", 0);
  }
}
