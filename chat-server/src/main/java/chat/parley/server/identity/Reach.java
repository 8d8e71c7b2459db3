package chat.parley.server.identity;

import chat.parley.discovery.ComputerName;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By what names and addresses a computer can be reached.
 *
 * @param computer what it calls itself, as it is
 * @param names as they may stand in a certificate
 * @param addresses loopback included
 */
public record Reach(String computer, List<String> names, List<InetAddress> addresses) {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  public Reach {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
  }

  /** This computer, as its networks are at this moment. */
  public static Reach ofThisComputer() {
    String computer = computerName();
    var names = new TreeSet<>(List.of("localhost"));
    String lower = computer.toLowerCase(Locale.ROOT);
    if (NAME.matcher(lower).matches()) {
      names.add(lower);
      if (!lower.contains(".")) {
        names.add(lower + ".local"); // as multicast DNS tells it
      }
    }
    var addresses = new ArrayList<>(List.of(literal("127.0.0.1"), literal("::1")));
    addresses.addAll(outward());
    return new Reach(computer, List.copyOf(names), addresses);
  }

  /** Those by which others on the network find it. */
  public static List<InetAddress> outward() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .filter(Reach::isUsable)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
          .flatMap(Reach::withoutZone)
          .distinct()
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  public static String computerName() {
    return ComputerName.get().orElse("Parley");
  }

  private static Stream<InetAddress> withoutZone(InetAddress address) {
    try {
      return Stream.of(InetAddress.getByAddress(address.getAddress()));
    } catch (UnknownHostException e) {
      return Stream.empty();
    }
  }

  private static boolean isUsable(NetworkInterface network) {
    try {
      String name = network.getName().toLowerCase(Locale.ROOT);
      return network.isUp() && !network.isLoopback() && !name.startsWith("docker");
    } catch (SocketException e) {
      return false;
    }
  }

  private static InetAddress literal(String address) {
    return InetAddress.ofLiteral(address);
  }
}
