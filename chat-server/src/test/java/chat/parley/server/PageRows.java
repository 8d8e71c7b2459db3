package chat.parley.server;

import chat.parley.server.http.Route;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rows of the matrix about every address that is not about files. */
final class PageRows implements AutoCloseable {
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Cast cast;
  private final URI server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Map<Part, String>> rows = new LinkedHashMap<>();

  PageRows(Cast cast, int port) {
    this.cast = cast;
    this.server = URI.create("http://127.0.0.1:" + port);
  }

  /** What is asked at an address; answers with a status. */
  private interface Ask {
    int of(HttpRequest.Builder request) throws Exception;
  }

  /**
   * Rows by their titles.
   *
   * @param read is given every body that came
   */
  Map<String, Map<Part, String>> all(Consumer<String> read) throws Exception {
    for (Route route : Route.values()) {
      if (!route.isOfFiles()) {
        for (String method : route.methods()) {
          row(method + " " + route.words(), address(route), ask(route, method, read));
        }
      }
    }
    row("GET /ws without an upgrade", "/ws", request -> plain(request, "GET", read));
    row("GET /anything", "/anything", request -> plain(request, "GET", read));
    return rows;
  }

  private Ask ask(Route route, String method, Consumer<String> read) {
    return switch (route) {
      case WEB_SOCKET -> this::upgrade;
      case STREAM -> request -> open(request, method);
      default -> request -> plain(request, method, read);
    };
  }

  private void row(String title, String path, Ask ask) throws Exception {
    var cells = new EnumMap<Part, String>(Part.class);
    for (Part part : Part.values()) {
      var request = HttpRequest.newBuilder(server.resolve(path));
      String pass = cast.pass(part);
      if (pass != null) {
        request.header("Authorization", "Bearer " + pass);
      }
      cells.put(part, Integer.toString(ask.of(request)));
    }
    rows.put("`" + title + "`", cells);
  }

  private int plain(HttpRequest.Builder request, String method, Consumer<String> read)
      throws Exception {
    HttpResponse<String> answer =
        http.send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    read.accept(answer.body());
    return answer.statusCode();
  }

  /** Its answer has no end. What is said on it, and to whom, is the matter of all other rows. */
  private int open(HttpRequest.Builder request, String method) throws Exception {
    HttpResponse<InputStream> answer =
        http.send(
            request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private int upgrade(HttpRequest.Builder request) {
    HttpRequest wanted = request.build();
    WebSocket.Builder socket = http.newWebSocketBuilder();
    wanted.headers().map().forEach((name, values) -> socket.header(name, values.getFirst()));
    URI there = URI.create(wanted.uri().toString().replace("http:", "ws:"));
    try {
      socket.buildAsync(there, new WebSocket.Listener() {}).join().abort();
      return SWITCHING_PROTOCOLS;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private String address(Route route) throws Exception {
    if (route != Route.WEB) {
      return route.words();
    }
    var request = HttpRequest.newBuilder(server.resolve("/")).build();
    return Pattern.compile("/web/[0-9a-f]+/main[.]js")
        .matcher(http.send(request, BodyHandlers.ofString()).body())
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  @Override
  public void close() {
    http.close();
  }
}
