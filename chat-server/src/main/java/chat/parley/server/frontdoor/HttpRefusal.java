package chat.parley.server.frontdoor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/**
 * A request that is answered with no, and its connection ended. Part of ordinary life: no stack.
 */
final class HttpRefusal extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String extraHeader;

  /**
   * @param sentence for the person at the other end
   */
  HttpRefusal(int status, String sentence) {
    this(status, sentence, "");
  }

  private HttpRefusal(int status, String sentence, String extraHeader) {
    super(sentence);
    this.status = status;
    this.extraHeader = extraHeader;
  }

  static HttpRefusal malformed(String sentence) {
    return new HttpRefusal(400, sentence);
  }

  static HttpRefusal tooSlow() {
    return new HttpRefusal(408, "The request took too long to arrive.");
  }

  static HttpRefusal tooFast(long waitMillis) {
    return new HttpRefusal(
        429,
        "That was too fast. Wait a moment.",
        "Retry-After: " + Math.max(1, (waitMillis + 999) / 1_000) + "\r\n");
  }

  static HttpRefusal wrongVersion() {
    return new HttpRefusal(
        426, "This server speaks WebSocket version 13.", "Sec-WebSocket-Version: 13\r\n");
  }

  /**
   * @param address checked to have no line breaks
   */
  static HttpRefusal movedTo(String address) {
    return new HttpRefusal(
        308, "This server speaks TLS: " + address, "Location: " + address + "\r\n");
  }

  byte[] response() {
    byte[] body = (getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " "
            + EnglishReasonPhraseCatalog.INSTANCE.getReason(status, null)
            + "\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "X-Content-Type-Options: nosniff\r\nContent-Length: "
            + body.length
            + "\r\n"
            + extraHeader
            + "\r\n";
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
