package chat.parley.discovery;

import chat.parley.protocol.Datagram;

/**
 * By what ways servers are looked for, and announced.
 *
 * @param port of UDP on which servers are asked, 1 to 65535
 * @param multicast whether mDNS is used too
 */
public record Ways(int port, boolean multicast) {
  public static final Ways USUAL = new Ways(Datagram.PORT, true);

  public Ways {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + port + ".");
    }
  }
}
