package chat.parley.discovery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The networks that this computer is on at this moment. */
public final class Lan {
  /** Reaches every program of this computer, and no other computer. */
  private static final InetAddress OWN = InetAddress.ofLiteral("127.255.255.255");

  private static final InetAddress ALL = InetAddress.ofLiteral("255.255.255.255");

  private Lan() {}

  /**
   * Where a datagram reaches everybody near, this computer included.
   *
   * @param here whether this computer is all that is to be reached
   */
  static Set<InetAddress> broadcasts(boolean here) {
    var all = new LinkedHashSet<InetAddress>();
    all.add(OWN);
    if (here) {
      return all;
    }
    addresses().map(InterfaceAddress::getBroadcast).filter(Objects::nonNull).forEach(all::add);
    all.add(ALL);
    return all;
  }

  /** The addresses of version 4 at which others on the network see this computer. */
  public static List<InetAddress> own() {
    return addresses()
        .map(InterfaceAddress::getAddress)
        .filter(Inet4Address.class::isInstance)
        .distinct()
        .toList();
  }

  /** Whether somebody at this address is on a network that is not everybody's. */
  public static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || isUniqueLocal(address);
  }

  /** Whether one of this computer's networks holds that address. */
  public static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || addresses().anyMatch(own -> sameNetwork(own, address.getAddress()));
  }

  private static boolean sameNetwork(InterfaceAddress own, byte[] other) {
    byte[] mine = own.getAddress().getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < own.getNetworkPrefixLength(); bit++) {
      int mask = 0x80 >> bit % 8;
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** fc00::/7, which Java has no word for. */
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  private static Stream<InterfaceAddress> addresses() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .filter(Lan::isUsable)
          .flatMap(network -> network.getInterfaceAddresses().stream());
    } catch (SocketException e) {
      return Stream.empty(); // No network at all, which the person is told by an empty list.
    }
  }

  private static boolean isUsable(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback() && !network.getName().startsWith("docker");
    } catch (SocketException e) {
      return false;
    }
  }
}
