package chat.parley.server.http;

import chat.parley.server.frontdoor.HttpHandler;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** Everything a server shows over plain HTTP. Safe for many threads. */
public final class Pages implements HttpHandler {
  private final String version;
  private final WelcomePage welcome;
  private final WebClient client;
  private final Supplier<Optional<String>> trouble;
  private final @Nullable CertificatePage certificate;
  private final @Nullable FilePages files;
  private final GetPage get;
  private final boolean lasting;
  private final InstantSource clock;
  private final Instant startedAt;

  /**
   * @param serverName what people call this server at this moment; shown as it is
   * @param trouble empty while everything works, else one sentence; asked for each health request
   * @param certificate null without TLS
   * @param files null when this server takes none
   * @param installers of the desktop app
   * @param lasting whether browsers shall come by TLS only from now on, to all ports of this host:
   *     good only where they trust the certificate and will trust the next
   */
  public Pages(
      Supplier<String> serverName,
      String version,
      Supplier<Optional<String>> trouble,
      @Nullable CertificatePage certificate,
      @Nullable FilePages files,
      Installers installers,
      boolean lasting,
      InstantSource clock) {
    this.version = version;
    this.welcome = new WelcomePage(serverName, certificate == null ? null : certificate.key());
    this.client = new WebClient(serverName);
    this.trouble = trouble;
    this.certificate = certificate;
    this.files = files;
    this.get = new GetPage(installers);
    this.lasting = lasting;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  @Override
  public long mostBodyBytes(String method, String path) {
    return files == null
        ? USUAL_BODY_BYTES
        : Math.max(USUAL_BODY_BYTES, files.mostBodyBytes(method, path));
  }

  @Override
  public boolean isHeavy(String method, String path) {
    return files != null && files.isHeavy(method, path);
  }

  @Override
  public void handle(ClassicHttpRequest request, ClassicHttpResponse response, Visit visit)
      throws IOException {
    protect(response);
    String path = path(request);
    Route route = Route.of(path).filter(one -> isThere(one, path)).orElse(null);
    if (route == null) {
      text(response, 404, "There is nothing at this address.");
    } else if (files != null && route.isOfFiles()) {
      files.answer(route, path, request, response);
    } else if (!route.methods().contains(request.getMethod())) {
      response.setHeader("Allow", route.allowed());
      text(response, 405, "This address can only be read.");
    } else {
      answer(route, request, response, visit);
    }
  }

  private boolean isThere(Route route, String path) {
    return switch (route) {
      // The front door has answered what is meant for these.
      case WEB_SOCKET, STREAM -> false;
      case PAGE, ABOUT, HEALTH, WORKER, APPS -> true;
      case CERTIFICATE -> certificate != null;
      case WEB -> WebClient.file(path) != null;
      case UPLOADS, UPLOAD, FILE, THUMB -> files != null;
    };
  }

  private void answer(
      Route route, ClassicHttpRequest request, ClassicHttpResponse response, Visit visit)
      throws IOException {
    switch (route) {
      case PAGE -> client.answerPage(request, response);
      case WORKER -> WebClient.answerWorker(request, response);
      case WEB ->
          WebClient.answerFile(
              Objects.requireNonNull(WebClient.file(path(request))), request, response);
      case HEALTH -> health(response, visit);
      case CERTIFICATE -> Objects.requireNonNull(certificate).answer(response);
      case APPS -> {
        if (!get.answer(path(request), request, response)) {
          text(response, 404, "There is nothing at this address.");
        }
      }
      case ABOUT -> {
        response.setCode(200);
        response.setEntity(
            new StringEntity(
                welcome.html(address(request), !get.isEmpty()),
                ContentType.TEXT_HTML.withCharset("UTF-8")));
      }
      case WEB_SOCKET, STREAM, UPLOADS, UPLOAD, FILE, THUMB ->
          throw new IllegalStateException(route + " is answered elsewhere");
    }
  }

  /** Nothing from elsewhere, no scripts, in nobody's frame. */
  private void protect(ClassicHttpResponse response) {
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src '"
            + WelcomePage.STYLE_HASH
            + "'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    if (lasting) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private void health(ClassicHttpResponse response, Visit visit) {
    var body = new JsonObject();
    Optional<String> cause = trouble.get();
    body.addProperty("status", cause.isEmpty() ? "ok" : "trouble");
    cause.ifPresent(sentence -> body.addProperty("cause", sentence));
    if (cause.isEmpty()) {
      body.addProperty("version", version);
      body.addProperty("connections", visit.connections());
      body.addProperty("uptime_seconds", Duration.between(startedAt, clock.instant()).toSeconds());
    }
    response.setCode(cause.isEmpty() ? 200 : 503);
    response.setEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
  }

  private static void text(ClassicHttpResponse response, int status, String sentence) {
    response.setCode(status);
    response.setEntity(
        new StringEntity(sentence + "\n", ContentType.TEXT_PLAIN.withCharset("UTF-8")));
  }

  /** What the reader typed to get here; the front door has checked it. */
  private static String address(ClassicHttpRequest request) {
    Header host = request.getFirstHeader("Host");
    return host == null ? "" : host.getValue();
  }

  private static String path(ClassicHttpRequest request) {
    String target = request.getRequestUri();
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
