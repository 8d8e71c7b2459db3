package chat.parley.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way from one computer to a server, which can be pulled out and put in again. */
final class Cable implements AutoCloseable {
  private final ServerSocket near;
  private final int far;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean unplugged;

  /**
   * @param far the port of the server on this computer
   */
  Cable(int far) throws IOException {
    this.far = far;
    near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** To which the app connects. */
  String address() {
    return "127.0.0.1:" + near.getLocalPort();
  }

  /** Cuts what is connected, and lets nobody through until {@link #plug}. */
  void unplug() {
    unplugged = true;
    open.forEach(Cable::cut);
  }

  void plug() {
    unplugged = false;
  }

  private void accept() {
    while (!near.isClosed()) {
      try {
        Socket client = near.accept();
        if (unplugged) {
          cut(client);
        } else {
          connect(client);
        }
      } catch (IOException e) {
        // The app sees a connection that ends, which is what this is for.
        continue;
      }
    }
  }

  private void connect(Socket client) throws IOException {
    open.add(client);
    Socket server = new Socket(InetAddress.getLoopbackAddress(), far);
    open.add(server);
    Thread.ofVirtual().start(() -> carry(client, server));
    Thread.ofVirtual().start(() -> carry(server, client));
    if (unplugged) {
      unplug(); // Pulled out at this very moment.
    }
  }

  private void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut at one end, and so at the other.
    } finally {
      cut(from);
      cut(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    near.close();
    unplug();
  }
}
