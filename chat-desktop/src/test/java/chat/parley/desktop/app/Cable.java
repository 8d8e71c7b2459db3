package chat.parley.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cable between apps and a server on this computer, which lets only so many bytes through, and
 * can be pulled out.
 */
final class Cable implements AutoCloseable {
  private static final int PIECE = 16 * 1024;

  private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int server;

  /** How much still gets through; guarded by this. */
  private long left = Long.MAX_VALUE;

  private boolean pulled;
  private int connections;

  Cable(int server) throws IOException {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return here.getLocalPort();
  }

  /** To which an app connects. */
  String address() {
    return "127.0.0.1:" + port();
  }

  /** From now on only so many bytes get through, in both directions together; then it is stuck. */
  synchronized void lets(long bytes) {
    left = bytes;
    notifyAll();
  }

  /** Ends every connection; nobody gets a new one. */
  void pull() throws IOException {
    synchronized (this) {
      pulled = true;
      notifyAll();
    }
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** It is in again, and lets everything through. */
  synchronized void plugIn() {
    pulled = false;
    left = Long.MAX_VALUE;
    notifyAll();
  }

  private void accept() {
    while (!here.isClosed()) {
      try {
        Socket app = here.accept();
        if (isPulled()) {
          app.close();
          continue;
        }
        count();
        Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(app);
        open.add(there);
        Thread.ofVirtual().start(() -> carry(app, there));
        Thread.ofVirtual().start(() -> carry(there, app));
      } catch (IOException e) {
        // The test is over, or the server is not there: the app hears of it by the closed line.
      }
    }
  }

  private synchronized void count() {
    connections++;
  }

  /** How many there have been that got through to the server. */
  synchronized int connections() {
    return connections;
  }

  private synchronized boolean isPulled() {
    return pulled;
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[PIECE];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        await(count);
        out.write(piece, 0, count);
      }
    } catch (IOException e) {
      // Pulled, or one of the two has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private synchronized void await(int count) throws InterruptedException {
    while (left < count && !pulled) {
      wait();
    }
    left -= count;
  }

  @Override
  public void close() throws IOException {
    here.close();
    pull();
  }
}
