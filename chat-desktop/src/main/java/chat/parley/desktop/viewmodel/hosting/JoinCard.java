package chat.parley.desktop.viewmodel.hosting;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.model.Fingerprint;
import chat.parley.model.ShortCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs to come to a server, to be shown, copied or printed.
 *
 * @param addresses to be typed, the likeliest first; empty when nobody can come there, and then
 *     there are no links
 * @param key by which the server is known; null when it has none
 */
public record JoinCard(String server, List<String> addresses, @Nullable Fingerprint key) {
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
    return new JoinCard(server, at.stream().map(ServerAddress::toString).toList(), way.key());
  }

  /** Whether there is a way at all. */
  public boolean isReachable() {
    return !addresses.isEmpty();
  }

  /** To be opened with the app; the key stands in it. */
  public String link() {
    return link("parley") + pin();
  }

  /** To be typed into a browser. */
  public String page() {
    return link(key == null ? "http" : "https");
  }

  /** To be scanned: a phone opens the page, and the app reads the key in it as in a link. */
  public String scanned() {
    return page() + pin();
  }

  /** To be said to somebody on the same network; null without a key. */
  public @Nullable ShortCode code() {
    return key == null ? null : ShortCode.of(key);
  }

  private String link(String scheme) {
    return scheme + "://" + addresses.getFirst() + "/";
  }

  private String pin() {
    return key == null ? "" : "#pin=" + key;
  }

  static boolean isLoopback(String host) {
    return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
  }
}
