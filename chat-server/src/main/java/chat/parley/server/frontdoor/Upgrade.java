package chat.parley.server.frontdoor;

import chat.parley.wire.GuardedDraft;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Decides whether a request may become a WebSocket connection (RFC 6455 section 4.2.1). */
final class Upgrade {
  private static final int KEY_BYTES = 16;

  private Upgrade() {}

  static boolean isWantedBy(RequestHead head) {
    return head.hasToken("upgrade", "websocket") && head.path().equals(FrontDoor.WEB_SOCKET_PATH);
  }

  /**
   * Checks the request and writes it anew with only what the engine needs: so it never sees what a
   * stranger put into other headers, and no extension can be agreed on.
   *
   * @param secure whether it came by TLS; the page that asks must have come so then
   */
  static byte[] accept(RequestHead head, boolean secure) throws HttpRefusal {
    if (!head.method().equals("GET")
        || !head.isHttp11()
        || !head.hasToken("connection", "upgrade")
        || head.bodyBytes() > 0) {
      throw HttpRefusal.malformed("This is not a WebSocket request.");
    }
    if (!"13".equals(head.only("sec-websocket-version"))) {
      throw HttpRefusal.wrongVersion();
    }
    checkOrigin(head, secure);
    String key = checkedKey(head.only("sec-websocket-key"));
    String protocol =
        head.hasToken("sec-websocket-protocol", GuardedDraft.SUBPROTOCOL)
            ? "Sec-WebSocket-Protocol: " + GuardedDraft.SUBPROTOCOL + "\r\n"
            : "";
    String plain =
        "GET "
            + FrontDoor.WEB_SOCKET_PATH
            + " HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + key
            + "\r\n"
            + protocol
            + "\r\n";
    return plain.getBytes(StandardCharsets.US_ASCII);
  }

  /** A browser names the page that asks; only our own pages may. Other programs name none. */
  static void checkOrigin(RequestHead head, boolean secure) throws HttpRefusal {
    String origin = head.only("origin");
    if (origin == null
        || origin.equalsIgnoreCase("https://" + head.host())
        // Without TLS here there may be some in front of us; with it, a plain page is not ours.
        || !secure && origin.equalsIgnoreCase("http://" + head.host())) {
      return;
    }
    throw new HttpRefusal(403, "Pages of other sites may not connect to this server.");
  }

  private static String checkedKey(@Nullable String key) throws HttpRefusal {
    try {
      if (key != null && Base64.getDecoder().decode(key).length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // not Base64: the same answer
    }
    throw HttpRefusal.malformed("The WebSocket key must be 16 bytes in Base64.");
  }
}
