package chat.parley.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;

/** Opens a TCP connection to the first of a server's addresses that answers. */
final class Dial {
  private Dial() {}

  /**
   * @param within for all addresses together
   * @param candidates is given each socket before it is used, so that it can be closed meanwhile
   */
  static Socket open(ServerAddress address, Duration within, Consumer<Socket> candidates)
      throws Unreachable {
    InetAddress[] all = resolve(address);
    int share = (int) Math.max(1, within.toMillis() / all.length);
    IOException first = null;
    for (InetAddress one : all) {
      var socket = new Socket();
      candidates.accept(socket);
      try {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(one, address.port()), share);
        return socket;
      } catch (IOException e) {
        first = first == null ? e : first;
        close(socket, first);
      }
    }
    throw Unreachable.because(address, first == null ? new IOException("no address") : first);
  }

  private static InetAddress[] resolve(ServerAddress address) throws Unreachable {
    try {
      return InetAddress.getAllByName(address.host());
    } catch (IOException e) {
      throw Unreachable.unknownHost(address);
    }
  }

  /**
   * @param cause gets what goes wrong here
   */
  static void close(Socket socket, IOException cause) {
    try {
      socket.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
