package chat.parley.server.frontdoor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request line and its header fields, read strictly (RFC 9112): what two readers could understand
 * differently is refused. Immutable.
 */
final class RequestHead {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern TARGET = Pattern.compile("/[\\x21-\\x7e]*|\\*");
  private static final Pattern HOST =
      Pattern.compile("[0-9A-Za-z._~%-]+(:\\d+)?|\\[[0-9A-Fa-f:.]+](:\\d+)?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");

  private final byte[] bytes;
  private final String method;
  private final String target;
  private final boolean http11;
  private final Map<String, List<String>> fields = new HashMap<>();

  /**
   * @param bytes the head with its empty line, every line ended by CR LF
   */
  static RequestHead parse(byte[] bytes) throws HttpRefusal {
    return new RequestHead(bytes);
  }

  private RequestHead(byte[] bytes) throws HttpRefusal {
    this.bytes = bytes;
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n");
    String[] start = lines[0].split(" ", -1);
    if (start.length != 3
        || !TOKEN.matcher(start[0]).matches()
        || !TARGET.matcher(start[1]).matches()
        || !start[2].equals("HTTP/1.1") && !start[2].equals("HTTP/1.0")) {
      throw HttpRefusal.malformed("This is not an HTTP/1.1 request.");
    }
    method = start[0];
    target = start[1];
    http11 = start[2].equals("HTTP/1.1");
    for (int i = 1; i < lines.length; i++) {
      addField(lines[i]);
    }
    checkHost();
  }

  private void addField(String line) throws HttpRefusal {
    int colon = line.indexOf(':');
    if (colon < 0 || !TOKEN.matcher(line).region(0, colon).matches()) {
      throw HttpRefusal.malformed("A header line must be a name, a colon and a value.");
    }
    fields
        .computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
        .add(line.substring(colon + 1).strip());
  }

  private void checkHost() throws HttpRefusal {
    String host = only("host");
    if (host == null ? http11 : !HOST.matcher(host).matches()) {
      throw HttpRefusal.malformed("The request must name one host.");
    }
  }

  /** As it arrived; not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  String method() {
    return method;
  }

  String target() {
    return target;
  }

  /** The target without its query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  boolean isHttp11() {
    return http11;
  }

  /** Host and port as the client named them; null only in HTTP/1.0. */
  @Nullable String host() {
    List<String> hosts = fields.get("host");
    return hosts == null ? null : hosts.getFirst();
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /**
   * The value of a field that may be there once, or null.
   *
   * @param name in lower case
   */
  @Nullable String only(String name) throws HttpRefusal {
    List<String> values = fields.get(name);
    if (values == null) {
      return null;
    }
    if (values.size() > 1) {
      throw HttpRefusal.malformed("A header is there twice.");
    }
    return values.getFirst();
  }

  /** Whether a comma-separated field has this token, in any case of letters. */
  boolean hasToken(String name, String token) {
    for (String value : fields.getOrDefault(name, List.of())) {
      for (String part : value.split(",")) {
        if (part.strip().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Bytes of body that follow; 0 when none is announced. */
  long bodyBytes() throws HttpRefusal {
    if (has("transfer-encoding")) {
      throw new HttpRefusal(411, "A body must say its length in advance.");
    }
    String length = only("content-length");
    if (length == null) {
      return 0;
    }
    if (!LENGTH.matcher(length).matches()) {
      throw HttpRefusal.malformed("The length of the body is not a number.");
    }
    return Long.parseLong(length);
  }
}
