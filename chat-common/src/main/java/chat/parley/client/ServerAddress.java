package chat.parley.client;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a server is. Never holds a path, a name or a password, so it is safe in logs.
 *
 * @param host a name in ASCII, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
  public static final int DEFAULT_PORT = 7070;

  private static final int MAX_CHARS = 300;
  private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*)://.*");
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_-]{1,63})*");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final Pattern ONLY_NUMBERS = Pattern.compile("[0-9.]+");
  private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");

  public ServerAddress {
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A server address has a host and a port from 1 to 65535.");
    }
  }

  /**
   * Reads what people type or paste: {@code host}, {@code host:7071}, {@code wss://host/ws}, {@code
   * https://host:7070/}, {@code [::1]:7070}.
   */
  public static ServerAddress parse(String typed) throws BadAddress {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new BadAddress("Please enter the server's address, for example 192.168.1.20:7070.");
    }
    if (text.length() > MAX_CHARS) {
      throw new BadAddress("That is too long for a server's address.");
    }
    String authority = withoutPath(withoutScheme(text));
    if (authority.contains("@")) {
      throw new BadAddress("Leave out what stands before the @: an address is host:port.");
    }
    return authority.startsWith("[") ? bracketed(authority) : plain(authority);
  }

  private static String withoutScheme(String text) throws BadAddress {
    var scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return text;
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "ws", "wss", "http", "https", "parley" -> text.substring(name.length() + 3);
      default -> throw new BadAddress("An address cannot start with " + name + "://.");
    };
  }

  private static String withoutPath(String text) throws BadAddress {
    int end = text.length();
    for (int i = 0; i < end; i++) {
      if ("/?#\\".indexOf(text.charAt(i)) >= 0) {
        end = i;
      }
    }
    String rest = text.substring(end);
    if (!rest.isEmpty() && !rest.equals("/") && !rest.equals("/ws")) {
      throw new BadAddress(
          "Leave out what follows the host and the port: an address is host:port.");
    }
    return text.substring(0, end);
  }

  private static ServerAddress bracketed(String text) throws BadAddress {
    int end = text.indexOf(']');
    if (end < 0) {
      throw new BadAddress("There is no ] after the address.");
    }
    String rest = text.substring(end + 1);
    if (!rest.isEmpty() && !rest.startsWith(":")) {
      throw new BadAddress("After ] only a colon and the port may follow.");
    }
    return new ServerAddress(ipv6(text.substring(1, end)), port(rest));
  }

  private static ServerAddress plain(String text) throws BadAddress {
    int colon = text.indexOf(':');
    if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
      return new ServerAddress(ipv6(text), DEFAULT_PORT);
    }
    String host = colon < 0 ? text : text.substring(0, colon);
    return new ServerAddress(name(host), port(colon < 0 ? "" : text.substring(colon)));
  }

  /** A zone may name what this computer does not have now: it was there when it was met. */
  private static String ipv6(String text) throws BadAddress {
    int zone = text.indexOf('%');
    try {
      Inet6Address.ofLiteral(zone < 0 ? text : text.substring(0, zone));
      if (zone >= 0 && !ZONE.matcher(text.substring(zone + 1)).matches()) {
        throw new IllegalArgumentException("no zone");
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw new BadAddress("\"" + text + "\" is not an IPv6 address.");
    }
  }

  private static String name(String text) throws BadAddress {
    String problem = "\"" + text + "\" is not the name or number of a computer.";
    try {
      String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
      if (ONLY_NUMBERS.matcher(ascii).matches()) {
        if (!IPV4.matcher(ascii).matches()) {
          throw new BadAddress(problem);
        }
        Inet4Address.ofLiteral(ascii);
      }
      String dotless = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      if (!NAME.matcher(dotless).matches()) {
        throw new BadAddress(problem);
      }
      return dotless;
    } catch (IllegalArgumentException e) {
      throw new BadAddress(problem);
    }
  }

  /**
   * @param text a colon and a number, or nothing
   */
  private static int port(String text) throws BadAddress {
    if (text.isEmpty()) {
      return DEFAULT_PORT;
    }
    String digits = text.substring(1);
    if (digits.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(digits);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    }
    throw new BadAddress("After the colon stands the port, a number from 1 to 65535.");
  }

  /** {@code host:port}, the form that is shown and that can be typed again. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
