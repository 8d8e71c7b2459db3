package chat.parley.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address that asks and asks is told to wait, whoever is there. */
class ThrottleTest {
  private static final int MOST = 2_000;

  @TempDir Path data;

  @Test
  void aFloodOfRequestsFromOneAddressIsToldWhenToComeAgainAndNobodyElseIs() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient();
        ParleyServer server =
            ParleyServer.start(
                new ServerConfig(
                    "127.0.0.1", 0, data, "Test server", true, new Encryption.Off()))) {
      HttpResponse<String> refused =
          IntStream.range(0, MOST)
              .mapToObj(_ -> health(http, server.port()))
              .filter(answer -> answer.statusCode() == 429)
              .findFirst()
              .orElseThrow();
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
      assertThat(refused.body()).contains("rate_limited", "That was too fast.");
      assertThat(statusFor("127.0.0.2", server.port())).startsWith("HTTP/1.1 200");
    }
  }

  private static HttpResponse<String> health(HttpClient http, int port) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build(),
          BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String statusFor(String address, int port) throws IOException {
    try (var socket = new Socket("127.0.0.1", port, InetAddress.getByName(address), 0)) {
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
