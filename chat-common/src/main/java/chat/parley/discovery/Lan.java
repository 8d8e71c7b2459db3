package chat.parley.discovery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The networks that this computer is on at this moment. */
public final class Lan {
  /** Reaches every program of this computer, and no other computer. */
  private static final InetAddress OWN = InetAddress.ofLiteral("127.255.255.255");

  private static final InetAddress ALL = InetAddress.ofLiteral("255.255.255.255");

  /** As Linux and the makers of virtual machines and tunnels call them. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?i)^(br-|virbr|veth|vmnet|vboxnet|tun|tap|wg|docker)"
              + "|tailscale|vethernet|vmware|virtualbox|docker|wireguard|tap-windows");

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

  /** The addresses of version 4 that this computer has on its networks, those with itself too. */
  public static List<InetAddress> own() {
    return version4(addresses());
  }

  /**
   * Those of {@link #own()} at which other computers can come here, the likeliest first; empty when
   * this computer is on no network.
   */
  public static List<InetAddress> reachable() {
    return likeliestFirst(
        version4(
            networks()
                .filter(Lan::leadsToOthers)
                .flatMap(network -> network.getInterfaceAddresses().stream())));
  }

  private static List<InetAddress> version4(Stream<InterfaceAddress> addresses) {
    return addresses
        .map(InterfaceAddress::getAddress)
        .filter(Inet4Address.class::isInstance)
        .distinct()
        .toList();
  }

  /** A computer gives itself one of 169.254/16 when nobody on a network gives it another. */
  static List<InetAddress> likeliestFirst(List<InetAddress> addresses) {
    return addresses.stream()
        .sorted(Comparator.comparing(InetAddress::isLinkLocalAddress))
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

  /**
   * Whether an address is on the network on which this computer has one of its own.
   *
   * @param own an address of this computer
   */
  public static boolean isOnNetworkOf(InetAddress own, InetAddress other) {
    return addresses()
        .filter(one -> one.getAddress().equals(own))
        .anyMatch(one -> sameNetwork(one, other.getAddress()));
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
    return networks().flatMap(network -> network.getInterfaceAddresses().stream());
  }

  private static Stream<NetworkInterface> networks() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .filter(Lan::isUsable);
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

  private static boolean leadsToOthers(NetworkInterface network) {
    try {
      return !network.isVirtual()
          && !network.isPointToPoint()
          && !isInside(network.getName(), network.getDisplayName());
    } catch (SocketException e) {
      return false;
    }
  }

  /**
   * Whether a network by these names is one with machines inside of this computer, or a tunnel.
   *
   * @param displayName null where the system has none
   */
  static boolean isInside(String name, @Nullable String displayName) {
    return INSIDE.matcher(name).find() || displayName != null && INSIDE.matcher(displayName).find();
  }
}
