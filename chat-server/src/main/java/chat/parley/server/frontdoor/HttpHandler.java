package chat.parley.server.frontdoor;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Answers a plain HTTP request. Called on a thread that the connection has to itself, so it may
 * block; for many connections at a time.
 */
public interface HttpHandler {
  /**
   * Fills in the response. Whatever is thrown becomes a 500 and one line in the log.
   *
   * @throws HttpException when the request itself is wrong
   */
  void handle(ClassicHttpRequest request, ClassicHttpResponse response, Visit visit)
      throws HttpException, IOException;

  /**
   * How many milliseconds an address has to wait until its next request is looked at; 0 for none.
   * Asked once for each request: that counts as one.
   */
  default long waitMillis(String address) {
    return 0;
  }

  /**
   * Most bytes of a body that are taken for such a request. Bodies above {@link #USUAL_BODY_BYTES}
   * are streamed, and cut when they come too slowly.
   */
  default long mostBodyBytes(String method, String path) {
    return USUAL_BODY_BYTES;
  }

  /**
   * Whether such a request moves much. Its answer is then made on a thread that gives way to those
   * who chat.
   */
  default boolean isHeavy(String method, String path) {
    return false;
  }

  long USUAL_BODY_BYTES = 64 * 1024;

  /**
   * Who asks, and how busy the door is.
   *
   * @param address of the other side, without port
   * @param secure whether the request came by TLS
   * @param connections open at this moment, WebSocket and HTTP together, this one included
   */
  record Visit(String address, boolean secure, int connections) {}
}
