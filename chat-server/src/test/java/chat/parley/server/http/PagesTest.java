package chat.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Release;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
  private final HttpClient browser = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private FrontDoor door;

  @BeforeEach
  void open() throws IOException {
    door =
        FrontDoor.start(
            FrontDoorConfig.of("127.0.0.1", 0),
            _ -> new Deaf(),
            new Pages(
                () -> "Ann's <b>house</b>",
                "1.2.3",
                trouble::get,
                null,
                null,
                new Installers(folder),
                true,
                now::get));
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
  void theAppForTheVisitorsSystemComesFirstAndOnlyTheNewest() throws Exception {
    assertThat(send("GET", "/get").body()).contains("There is no app here yet.");
    assertThat(send("GET", "/about").body())
        .contains("Ask the person who runs this server for it.");
    for (String name :
        new String[] {
          "parley-0.9.0-linux-x64.deb",
          "parley-0.10.0-linux-x64.deb",
          "parley-0.10.0-windows-x64.msi",
          "parley-0.10.0-mac-arm64.dmg",
          "parley-server-0.10.0-linux-x64.deb",
          "parley-<b>-linux-x64.deb",
          "passwords.txt"
        }) {
      Files.writeString(folder.resolve(name), "bytes of " + name);
    }
    assertThat(send("GET", "/about").body()).contains("<a href=\"/get\">");
    String windows = visit("Mozilla/5.0 (Windows NT 10.0; Win64; x64)");
    assertThat(windows)
        .contains("For Windows, which this computer has")
        .doesNotContain("0.9.0", "passwords", "parley-server", "<b>");
    assertThat(windows.indexOf("0.10.0-windows")).isLessThan(windows.indexOf("0.10.0-linux"));
    String linux = visit("Mozilla/5.0 (X11; Linux x86_64; rv:140.0)");
    assertThat(linux).contains("For Linux, which this computer has");
    assertThat(linux.indexOf("0.10.0-linux")).isLessThan(linux.indexOf("0.10.0-windows"));
    String mac = visit("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)");
    assertThat(mac.indexOf("0.10.0-mac")).isLessThan(mac.indexOf("0.10.0-linux"));
    assertThat(visit("curl/8")).contains("0.10.0-mac").doesNotContain("this computer has");
  }

  @Test
  void theVisitorsProcessorComesFirstAndWhereNoPackageRunsNoneIsOffered() throws Exception {
    for (String arch : new String[] {"arm64", "x64"}) {
      Files.writeString(folder.resolve("parley-0.1.0-linux-" + arch + ".deb"), arch);
    }
    String intel = visit("Mozilla/5.0 (X11; Linux x86_64; rv:140.0)");
    assertThat(intel.indexOf("linux-x64")).isLessThan(intel.indexOf("linux-arm64"));
    String arm = visit("Mozilla/5.0 (X11; Linux aarch64; rv:140.0)");
    assertThat(arm.indexOf("linux-arm64")).isLessThan(arm.indexOf("linux-x64"));
    assertThat(visit("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)"))
        .doesNotContain("this computer has");
    assertThat(arm).contains("<a href=\"/about\">How to");
  }

  @Test
  void nobodyIsSentHereForAVersionThatOnlyOthersCanTake() throws Exception {
    var installers = new Installers(folder);
    assertThat(installers.release()).isEmpty();
    Files.writeString(folder.resolve("parley-0.1.0-linux-x64.deb"), "");
    Files.writeString(folder.resolve("parley-0.2.0-linux-x64.deb"), "");
    assertThat(installers.release()).isEqualTo(Release.parse("0.2.0"));
    Files.writeString(folder.resolve("parley-9.9.9-windows-x64.msi"), "");
    assertThat(installers.release()).isEqualTo(Release.parse("0.2.0"));
  }

  @Test
  void anInstallerIsSentWholeOrInPartAndNothingElseOfItsFolder() throws Exception {
    Files.writeString(folder.resolve("parley-0.1.0-linux-x64.deb"), "0123456789");
    Files.writeString(folder.resolve("passwords.txt"), "secret");
    Files.createSymbolicLink(
        folder.resolve("parley-0.2.0-linux-x64.deb"), folder.resolve("passwords.txt"));
    HttpResponse<String> all = send("GET", "/get/parley-0.1.0-linux-x64.deb");
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.body()).isEqualTo("0123456789");
    assertThat(all.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"parley-0.1.0-linux-x64.deb\"");
    HttpResponse<String> part =
        browser.send(
            request("/get/parley-0.1.0-linux-x64.deb").header("Range", "bytes=4-5").build(),
            BodyHandlers.ofString());
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("45");
    for (String path :
        new String[] {
          "/get/passwords.txt", "/get/parley-0.2.0-linux-x64.deb", "/get/../get", "/get/", "/gets"
        }) {
      assertThat(send("GET", path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(send("POST", "/get").statusCode()).isEqualTo(405);
  }

  private String visit(String agent) throws Exception {
    return browser
        .send(request("/get").header("User-Agent", agent).build(), BodyHandlers.ofString())
        .body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
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
