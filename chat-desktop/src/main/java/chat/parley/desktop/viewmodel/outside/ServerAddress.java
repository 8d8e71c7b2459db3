package chat.parley.desktop.viewmodel.outside;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a server is, as a person writes it: {@code office-pc}, {@code 192.168.1.5:7071}, {@code
 * [fe80::1]:7070}, or with {@code ws://} or {@code http://} in front.
 *
 * @param host a name or an address, IPv6 without its brackets
 */
public record ServerAddress(String host, int port) {
  public static final int DEFAULT_PORT = 7070;

  private static final int MAX_CHARS = 300;

  /**
   * @throws IllegalArgumentException with one sentence about what is wrong
   */
  public static ServerAddress parse(String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "Please enter the server's address, for example office-pc.");
    }
    if (wanted.length() > MAX_CHARS) {
      throw wrong("That address");
    }
    int scheme = wanted.indexOf("://");
    String rest = scheme < 0 ? wanted : wanted.substring(scheme + 3);
    String name = scheme < 0 ? "ws" : wanted.substring(0, scheme).toLowerCase(Locale.ROOT);
    if (!name.equals("ws") && !name.equals("http")) {
      throw new IllegalArgumentException(
          "An address starts with the server's name, not with \"" + name + "://\".");
    }
    try {
      URI uri = new URI("ws://" + rest);
      String host = uri.getHost();
      if (host == null || uri.getUserInfo() != null || uri.getPort() > 65_535) {
        throw wrong("\"" + wanted + "\"");
      }
      return new ServerAddress(
          host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
          uri.getPort() > 0 ? uri.getPort() : DEFAULT_PORT);
    } catch (URISyntaxException e) {
      throw wrong("\"" + wanted + "\"");
    }
  }

  /** As a person writes it, without a port that is the usual one. */
  @Override
  public String toString() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == DEFAULT_PORT ? name : name + ":" + port;
  }

  /** The host as it stands in a URL. */
  public String urlHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        what
            + " is not an address. Write a name or a number, for example office-pc or 192.168.1.5.");
  }
}
