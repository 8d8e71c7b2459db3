package chat.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import chat.parley.server.frontdoor.FrontDoor;
import chat.parley.server.frontdoor.FrontDoorConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebClientTest {
  @TempDir Path folder;

  private static final Path WEB =
      Path.of(System.getProperty("parley.root", ".."))
          .resolve("chat-server/src/main/resources/chat/parley/server/web");
  private static final Pattern ROOT = Pattern.compile("/web/[0-9a-f]{20}");

  private final HttpClient browser = HttpClient.newHttpClient();
  private FrontDoor door;

  @BeforeEach
  void open() throws IOException {
    door =
        FrontDoor.start(
            FrontDoorConfig.of("127.0.0.1", 0),
            _ -> {
              throw new IllegalStateException("nobody talks here");
            },
            new Pages(
                () -> "Ann's \"<b>house</b>\"",
                "1.2.3",
                Optional::empty,
                null,
                null,
                new Installers(folder),
                false,
                InstantSource.system()));
  }

  @AfterEach
  void close() {
    browser.shutdownNow();
    door.close(CloseCode.GOING_AWAY);
  }

  @Test
  void pageNamesTheServerAsTextAndHasNothingInline() throws Exception {
    HttpResponse<byte[]> answer = get("/");
    String page = text(answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page)
        .contains("Ann&#39;s &quot;&lt;b&gt;house&lt;/b&gt;&quot;")
        .doesNotContain("<b>", "<style", "http://", "https://", "onload", "{{")
        .containsOnlyOnce("<script");
    assertThat(page)
        .containsPattern("<script type=\"module\" src=\"/web/[0-9a-f]{20}/main.js\"></script>");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "connect-src 'self'",
            "require-trusted-types-for 'script'",
            "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void everyFileIsServedUnderTheHashAndMayBeKeptForEver() throws Exception {
    String root = root();
    try (Stream<Path> files = Files.list(WEB)) {
      for (Path file :
          files
              .filter(each -> !each.endsWith("index.html") && !each.endsWith("worker.js"))
              .toList()) {
        HttpResponse<byte[]> answer = get(root + "/" + file.getFileName());
        assertThat(answer.statusCode()).as("%s", file.getFileName()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(file));
        assertThat(header(answer, "Cache-Control")).contains("immutable", "max-age=31536000");
      }
    }
    assertThat(text(get(root + "/preact.js"))).contains("createElement");
    assertThat(get("/web/0123456789abcdef0123/main.js").statusCode()).isEqualTo(404);
    assertThat(get(root + "/../index.html").statusCode()).isEqualTo(404);
  }

  @Test
  void filesArePackedForThoseWhoUnpack() throws Exception {
    String path = root() + "/client.js";
    HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "br, gzip;q=0.8");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding");
    byte[] plain = get(path).body();
    assertThat(packed.body().length).isLessThan(plain.length / 2);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain);
    }
    assertThat(get(path, "Accept-Encoding", "gzip;q=0").body()).isEqualTo(plain);
    assertThat(header(packed, "Content-Type")).isEqualTo("text/javascript; charset=UTF-8");
  }

  @Test
  void whatABrowserHasIsNotSentAgain() throws Exception {
    for (String path : new String[] {"/", root() + "/parley.css"}) {
      String tag = header(get(path), "ETag");
      HttpResponse<byte[]> again = get(path, "If-None-Match", "\"other\", " + tag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
    assertThat(header(get("/"), "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void headSaysTheSameWithoutTheBody() throws Exception {
    String path = root() + "/main.js";
    HttpRequest request =
        HttpRequest.newBuilder(address(path))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> head = browser.send(request, BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(header(get(path), "ETag"));
    assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
        .isEqualTo(get(path).body().length);
  }

  @Test
  void workerIsAskedForEachTimeAndNamesEveryFileOfThisVersion() throws Exception {
    HttpResponse<byte[]> answer = get("/worker.js");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript; charset=UTF-8");
    assertThat(header(answer, "Content-Security-Policy"))
        .isEqualTo(header(get("/"), "Content-Security-Policy"))
        .contains("trusted-types parley-worker");
    assertThat(text(answer))
        .contains("'" + root() + "'", "'main.js'", "'words-de.js'", "'preact.js'")
        .doesNotContain("{{");
  }

  private String root() throws Exception {
    return ROOT.matcher(text(get("/"))).results().findFirst().orElseThrow().group();
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request.build(), BodyHandlers.ofByteArray());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + door.port() + path);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
