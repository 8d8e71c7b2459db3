package chat.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import chat.parley.server.frontdoor.FrontDoor;
import chat.parley.server.frontdoor.FrontDoorConfig;
import chat.parley.server.session.Conversation;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
  private final HttpClient browser = HttpClient.newHttpClient();
  private FrontDoor door;

  @BeforeEach
  void open() throws IOException {
    door =
        FrontDoor.start(
            FrontDoorConfig.of("127.0.0.1", 0),
            _ -> new Deaf(),
            new Pages(
                () -> "Ann's <b>house</b>", "1.2.3", trouble::get, null, null, true, now::get));
  }

  @AfterEach
  void close() {
    browser.shutdownNow();
    door.close(CloseCode.GOING_AWAY);
  }

  @Test
  void healthSaysOkWhileEverythingWorks() throws Exception {
    now.set(now.get().plusSeconds(90));
    HttpResponse<String> answer = send("GET", "/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    JsonObject body = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(body.get("status").getAsString()).isEqualTo("ok");
    assertThat(body.get("version").getAsString()).isEqualTo("1.2.3");
    assertThat(body.get("connections").getAsInt()).isEqualTo(1);
    assertThat(body.get("uptime_seconds").getAsInt()).isEqualTo(90);
  }

  @Test
  void healthNamesTheCauseOfTrouble() throws Exception {
    trouble.set(Optional.of("The disk is full."));
    HttpResponse<String> answer = send("GET", "/health");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"status\":\"trouble\",\"cause\":\"The disk is full.\"}");
    trouble.set(Optional.empty());
    assertThat(send("GET", "/health").statusCode()).isEqualTo(200);
  }

  @Test
  void welcomePageTellsHowToJoinAndTrustsNobodysText() throws Exception {
    HttpResponse<String> answer = send("GET", "/about?from=somewhere");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<code>127.0.0.1:" + door.port() + "</code>")
        .contains("Ann&#39;s &lt;b&gt;house&lt;/b&gt;")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("<script", "<b>", "http://", "https://");
  }

  @Test
  void everyAnswerForbidsWhatThePageDoesNotNeed() throws Exception {
    for (String path : new String[] {"/about", "/health", "/nothing"}) {
      var headers = send("GET", path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'; style-src 'sha256-")
          .contains("frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }
  }

  @Test
  void everyAnswerSaysWhatItIsAndInWhichLetters() throws Exception {
    for (String path : new String[] {"/", "/health", "/nothing"}) {
      assertThat(send("GET", path).headers().firstValue("Content-Type").orElseThrow())
          .as(path)
          .matches("(?i)(text/html|text/plain|application/json); charset=utf-8");
    }
    assertThat(send("POST", "/").headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/plain; charset=utf-8");
  }

  @Test
  void whereTheCertificateIsToBeTrustedBrowsersShallComeBySecureWaysOnly() throws Exception {
    for (String path : new String[] {"/", "/health", "/nothing"}) {
      assertThat(send("GET", path).headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
    }
  }

  @Test
  void unknownAddressesAndMethodsAreRefused() throws Exception {
    assertThat(send("GET", "/nothing").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/ws").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/").statusCode()).isEqualTo(405);
    assertThat(send("DELETE", "/health").headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void headAnswersWithoutABody() throws Exception {
    HttpResponse<String> head = send("HEAD", "/");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow()).isPositive();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    var address = URI.create("http://127.0.0.1:" + door.port() + path);
    var body = method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody();
    return browser.send(
        HttpRequest.newBuilder(address).method(method, body).build(), BodyHandlers.ofString());
  }

  private static final class Deaf implements Conversation {
    @Override
    public void onText(String text) {}

    @Override
    public void onGone() {}
  }
}
