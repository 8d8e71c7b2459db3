package chat.parley.desktop.viewmodel.hosting;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.model.ShortCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs to come to a server, to be shown, copied or printed.
 *
 * @param addresses to be typed, the likeliest first; empty when nobody can come there
 * @param link the same with the server's key, to be opened; null without an address
 * @param code to be said to somebody on the same network; null without a key
 */
public record JoinCard(
    String server, List<String> addresses, @Nullable String link, @Nullable ShortCode code) {
  public JoinCard {
    addresses = List.copyOf(addresses);
  }

  /**
   * @param way by which this app comes to the server
   * @param own the addresses at which others reach this computer, for a server that runs on it
   */
  public static JoinCard of(String server, Invitation way, List<String> own) {
    List<ServerAddress> at =
        isLoopback(way.server().host())
            ? own.stream().map(host -> new ServerAddress(host, way.server().port())).toList()
            : List.of(way.server());
    return new JoinCard(
        server,
        at.stream().map(ServerAddress::toString).toList(),
        at.isEmpty() ? null : link(new Invitation(at.getFirst(), way.key())),
        way.key() == null ? null : ShortCode.of(way.key()));
  }

  /** Also without a key it is a link. */
  private static String link(Invitation way) {
    return way.key() == null ? "parley://" + way.server() + "/" : way.toString();
  }

  static boolean isLoopback(String host) {
    return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
  }
}
