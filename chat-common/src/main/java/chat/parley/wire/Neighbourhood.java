package chat.parley.wire;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Whose an address is, as far as can be told: of IPv6 everybody who has one address has 2^64 of
 * them, all with the same first half. What counts addresses counts these instead.
 */
public final class Neighbourhood {
  private static final int HALF = 8;

  private Neighbourhood() {}

  /**
   * @param address as {@link InetAddress#getHostAddress} writes it; anything else comes back as it
   *     is
   * @return the address itself, or the first half of one of IPv6, such as {@code
   *     2001:db8:0:1::/64}. Link-local ones stay: there the first half is the same for all, and it
   *     takes the same cable
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six ? of(six) : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /** As {@link #of(String)}. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address six ? of(six) : address.getHostAddress();
  }

  private static String of(Inet6Address address) {
    if (address.isLinkLocalAddress() || address.isLoopbackAddress()) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    var half = new StringBuilder();
    for (int i = 0; i < HALF; i += 2) {
      half.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff)).append(':');
    }
    return half.append(":/64").toString();
  }
}
