package chat.parley.discovery;

import chat.parley.protocol.Datagram;

/**
 * By what ways servers are looked for, and announced.
 *
 * @param port of UDP on which servers are asked, 1 to 65535
 * @param multicast whether mDNS is used too
 * @param here whether to stay on this computer, without a word to any network
 */
public record Ways(int port, boolean multicast, boolean here) {
  public static final Ways USUAL = new Ways(Datagram.PORT, true, false);

  /** By UDP, on this computer only. */
  public static Ways here(int port) {
    return new Ways(port, false, true);
  }

  public Ways {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + port + ".");
    }
  }
}
