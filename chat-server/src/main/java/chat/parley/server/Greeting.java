package chat.parley.server;

import chat.parley.model.Fingerprint;
import chat.parley.server.identity.Reach;
import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The first lines that an operator sees: what to tell others, and what to compare.
 *
 * @param port the one that is listened on
 * @param fingerprint empty without TLS
 * @param setUpCode empty once the server has an owner
 */
record Greeting(
    ServerConfig config, int port, Optional<Fingerprint> fingerprint, Optional<String> setUpCode) {
  static Greeting of(ServerConfig config, ParleyServer server) {
    return new Greeting(config, server.port(), server.fingerprint(), server.setUpCode());
  }

  void print(PrintWriter out) {
    List<String> hosts =
        config.bind().equals("0.0.0.0") || config.bind().equals("::")
            ? addresses()
            : List.of(config.bind());
    String scheme = fingerprint.isPresent() ? "https" : "http";
    out.printf("%s is open.%n", config.name());
    hosts.forEach(host -> out.printf("  Address for others:  %s%n", place(host)));
    out.printf("  In a browser:        %s://%s/%n", scheme, place(hosts.getFirst()));
    fingerprint.ifPresentOrElse(
        key -> {
          out.printf("  Fingerprint:         %s%n", key.words());
          out.printf("                       %s%n", key.hex());
        },
        () -> out.printf("  Encryption:          off: others on this network can read along%n"));
    out.printf("  Data is kept in:     %s%n", config.data());
    setUpCode.ifPresent(
        code -> out.printf("  To become its owner: make an account with the code %s%n", code));
    out.flush();
  }

  private String place(String host) {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  /** The addresses by which others on the network can reach this computer, or loopback. */
  private static List<String> addresses() {
    List<String> found =
        Reach.outward().stream()
            .filter(Inet4Address.class::isInstance)
            .map(InetAddress::getHostAddress)
            .sorted()
            .toList();
    return found.isEmpty() ? List.of("localhost") : found;
  }
}
