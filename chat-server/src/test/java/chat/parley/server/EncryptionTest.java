package chat.parley.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Fingerprint;
import chat.parley.wire.KeyPrint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS as an operator meets it. */
class EncryptionTest {
  @TempDir private Path data;

  @Test
  void aServerIsEncryptedUnlessToldOtherwiseAndShowsWhatToCompare() throws Exception {
    try (ServerProcess server = ServerProcess.startSecure(data)) {
      Fingerprint key = shownBy(get(server.port(), "/certificate").body());
      assertThat(String.join("\n", server.output()))
          .contains("Address for others:  127.0.0.1:" + server.port())
          .contains("In a browser:        https://127.0.0.1:" + server.port() + "/")
          .contains("Fingerprint:         " + key.words())
          .contains(key.hex())
          .contains("Data is kept in:     " + data);
      server.terminate();
      server.restart();
      assertThat(shownBy(get(server.port(), "/certificate").body())).isEqualTo(key);
    }
  }

  /** In a process of its own: Java reads this setting once. */
  @Test
  void oneConnectionHasOneHandshake() throws Exception {
    try (ServerProcess server = ServerProcess.startSecure(data);
        var socket =
            (SSLSocket)
                Credulous.context().getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.setSoTimeout(5_000);
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.startHandshake();
      assertThatThrownBy(
              () -> {
                socket.startHandshake();
                socket
                    .getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
                assertThat(socket.getInputStream().read()).as("an answer").isNegative();
                throw new SSLException("ended");
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void thePageExplainsTheBrowsersWarning() throws Exception {
    try (ParleyServer server = start(new Encryption.OwnKey())) {
      HttpResponse<String> page = get(server.port(), "/about");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Your browser may have warned you")
          .contains("href=\"/certificate\"")
          .contains(server.fingerprint().orElseThrow().words());
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .as("a browser that believed it could not go past the next certificate")
          .isEmpty();
      HttpResponse<String> file = get(server.port(), "/certificate");
      assertThat(file.headers().firstValue("Content-Disposition"))
          .contains("attachment; filename=\"parley-server.crt\"");
      assertThat(Optional.of(shownBy(file.body()))).isEqualTo(server.fingerprint());
    }
  }

  @Test
  void aCertificateOfTheOperatorsIsUsed() throws Exception {
    Fingerprint own;
    try (ParleyServer server = start(new Encryption.OwnKey())) {
      own = server.fingerprint().orElseThrow();
    }
    Path other = Files.createDirectory(data.resolve("other"));
    var given =
        new Encryption.PemFiles(data.resolve("tls/certificate.pem"), data.resolve("tls/key.pem"));
    try (ParleyServer server = ParleyServer.start(config(other, given))) {
      assertThat(server.fingerprint()).contains(own);
      assertThat(get(server.port(), "/").headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(other.resolve("tls")).doesNotExist();
    }
  }

  @Test
  void whatCannotBeReadKeepsTheServerFromStartingAndSaysWhy() {
    var absent = new Encryption.PemFiles(data.resolve("cert.pem"), data.resolve("key.pem"));
    assertThatThrownBy(() -> start(absent))
        .isInstanceOf(StartFailure.class)
        .hasMessage("There is no file " + data.resolve("key.pem") + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "--tls-key k.pem, go with --tls-cert",
    "--tls-cert c.pem, needs --tls-key",
    "--tls-cert c.p12 --tls off, does not go with --tls off",
    "--tls maybe, takes on or off"
  })
  void optionsThatDoNotGoTogetherAreOneSentence(String options, String sentence) {
    var said = new StringWriter();
    int code =
        Main.commandLine()
            .setErr(new PrintWriter(said, true))
            .execute(("server --data " + data + " " + options).split(" "));
    assertThat(code).isEqualTo(2);
    assertThat(said.toString().lines().findFirst().orElse("")).contains(sentence);
  }

  private ParleyServer start(Encryption encryption) throws StartFailure {
    return ParleyServer.start(config(data, encryption));
  }

  private static ServerConfig config(Path folder, Encryption encryption) {
    return new ServerConfig("127.0.0.1", 0, folder, "Test server", true, encryption);
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().sslContext(Credulous.context()).build()) {
      URI address = URI.create("https://127.0.0.1:" + port + path);
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }

  private static Fingerprint shownBy(String pem) throws Exception {
    var certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    return KeyPrint.of(certificate.getPublicKey());
  }
}
