package chat.parley.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of those whose network lets no WebSocket through: hears events, and posts what it says.
 */
final class StreamLine implements Guest.Line {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern EVENT = Pattern.compile("(?:event: (\\w+)\n)?data: (.*)");
  private static final Pattern CODE = Pattern.compile("\"code\":(\\d+)");

  private final URI address;
  private final InputStream events;
  private final CompletableFuture<String> handle = new CompletableFuture<>();

  /**
   * @param heard is told each text, on a thread of this line
   * @param closed is told the code of its end
   */
  StreamLine(int port, Consumer<String> heard, IntConsumer closed) {
    address = URI.create("http://127.0.0.1:" + port + "/stream");
    events =
        HTTP.sendAsync(post().POST(BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream())
            .join()
            .body();
    Thread.ofVirtual().start(() -> listen(heard, closed));
    handle.join();
  }

  private void listen(Consumer<String> heard, IntConsumer closed) {
    int code = 1006;
    var texts = new Scanner(events, StandardCharsets.UTF_8).useDelimiter("\n\n");
    while (texts.hasNext()) {
      Matcher event = EVENT.matcher(texts.next());
      if (!event.matches()) {
        throw new AssertionError("No event: " + event);
      }
      String kind = event.group(1) == null ? "" : event.group(1);
      switch (kind) {
        case "open" -> handle.complete(event.group(2));
        case "close" -> code = code(event.group(2));
        default -> heard.accept(event.group(2));
      }
    }
    closed.accept(code);
  }

  private static int code(String json) {
    Matcher code = CODE.matcher(json);
    return code.find() ? Integer.parseInt(code.group(1)) : 1006;
  }

  @Override
  public synchronized void say(String text) {
    HttpRequest said =
        post().header("Parley-Stream", handle.join()).POST(BodyPublishers.ofString(text)).build();
    HttpResponse<Void> answer = HTTP.sendAsync(said, BodyHandlers.discarding()).join();
    if (answer.statusCode() != 204 && answer.statusCode() != 410) {
      throw new AssertionError("Answered with " + answer.statusCode());
    }
  }

  private HttpRequest.Builder post() {
    return HttpRequest.newBuilder(address);
  }

  @Override
  public void abort() {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
