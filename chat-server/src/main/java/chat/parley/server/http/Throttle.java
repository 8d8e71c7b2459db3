package chat.parley.server.http;

import chat.parley.protocol.Codec;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.frontdoor.HttpHandler;
import chat.parley.wire.Neighbourhood;
import java.io.IOException;
import java.util.function.ToLongFunction;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Tells an address that asks too fast when to ask again, before anything is looked at. */
public final class Throttle implements HttpHandler {
  private final HttpHandler pages;
  private final ToLongFunction<String> rate;

  /**
   * @param rate how many milliseconds an address has to wait; 0 for none
   */
  public Throttle(HttpHandler pages, ToLongFunction<String> rate) {
    this.pages = pages;
    this.rate = rate;
  }

  @Override
  public void handle(ClassicHttpRequest request, ClassicHttpResponse response, Visit visit)
      throws HttpException, IOException {
    long wait = waitMillis(visit.address());
    if (wait > 0) {
      slower(response, wait);
    } else {
      pages.handle(request, response, visit);
    }
  }

  @Override
  public long waitMillis(String address) {
    return rate.applyAsLong(Neighbourhood.of(address));
  }

  @Override
  public long mostBodyBytes(String method, String path) {
    return pages.mostBodyBytes(method, path);
  }

  @Override
  public boolean isHeavy(String method, String path) {
    return pages.isHeavy(method, path);
  }

  static void slower(ClassicHttpResponse response, long wait) {
    response.setCode(429);
    response.setHeader("Retry-After", Math.max(1, (wait + 999) / 1_000));
    response.setHeader("Cache-Control", "no-store");
    response.setEntity(
        new StringEntity(
            Codec.encode(
                new Event.Failed(
                    0, ErrorCode.RATE_LIMITED, "That was too fast. Wait a moment.", wait)),
            ContentType.APPLICATION_JSON));
  }
}
