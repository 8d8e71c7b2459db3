package chat.parley.server.frontdoor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** The port cannot be had. The message is a sentence or two that the operator can act on. */
public final class CannotListen extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LAST_RESERVED_PORT = 1023;
  private static final int LAST_PORT = 65_535;

  private CannotListen(String sentence, IOException cause) {
    super(sentence, cause);
  }

  /**
   * Finds out which of the usual causes it is; the system's own words differ by system and
   * language.
   */
  static CannotListen on(InetSocketAddress wanted, IOException cause) {
    int port = wanted.getPort();
    InetAddress address = wanted.getAddress();
    if (address == null || isElsewhere(address)) {
      return new CannotListen(
          "This computer has no address \""
              + wanted.getHostString()
              + "\". Start with --bind 0.0.0.0 to listen on all it has.",
          cause);
    }
    if (port <= LAST_RESERVED_PORT && !saysInUse(cause)) {
      return new CannotListen(
          "Port "
              + port
              + " is reserved for the system. Start with --port 7070, or as administrator.",
          cause);
    }
    return new CannotListen(
        "Port "
            + port
            + " is in use by another program. Start with --port "
            + (port < LAST_PORT ? port + 1 : port - 1)
            + ", or stop the other one.",
        cause);
  }

  private static boolean isElsewhere(InetAddress address) {
    try {
      return !address.isAnyLocalAddress()
          && !address.isLoopbackAddress()
          && NetworkInterface.getByInetAddress(address) == null;
    } catch (SocketException e) {
      return false; // then the plain answer has to do
    }
  }

  private static boolean saysInUse(IOException cause) {
    @Nullable String words = cause.getMessage();
    return words != null && words.contains("in use");
  }
}
