package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {
  private static final String END = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private TestDoor door;

  @BeforeEach
  void open() throws IOException {
    door = new TestDoor();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void oneConnectionAnswersManyRequests() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      for (int i = 0; i < 5; i++) {
        assertThat(client.send("GET /page" + i + END).answer())
            .startsWith("HTTP/1.1 200 OK")
            .contains("Server: Parley")
            .contains("GET /page" + i + " Visit[address=127.0.0.1, secure=false, connections=1]");
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      client.send("GET /one" + END + "GET /two" + END + "GET /three" + END);
      assertThat(client.answer()).contains("GET /one ");
      assertThat(client.answer()).contains("GET /two ");
      assertThat(client.answer()).contains("GET /three ");
    }
  }

  @Test
  void bodyNobodyReadsDoesNotSpillIntoTheNextRequest() throws IOException {
    String body = "GET /smuggled" + END;
    try (var client = RawClient.connect(door.port())) {
      client.send(
          "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(body.length())
              + body
              + "GET /two"
              + END);
      assertThat(client.answer()).contains("POST /one ");
      assertThat(client.answer()).contains("GET /two ");
    }
  }

  @Test
  void headHasNoBody() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      assertThat(client.send("HEAD /one" + END).head()).contains("Content-Length: ");
      assertThat(client.send("GET /two" + END).answer()).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void closeIsRespected() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertThat(client.answer()).contains("Connection: close");
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void httpOneZeroIsAnsweredAndClosed() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      assertThat(client.send("GET /old HTTP/1.0\r\n\r\n").answer()).contains("GET /old ");
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void failingHandlerIsA500AndTheConnectionGoesOn() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      assertThat(client.send("GET /throw" + END).answer())
          .startsWith("HTTP/1.1 500 ")
          .doesNotContain("as asked");
      assertThat(client.send("GET /next" + END).answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void connectionThatAsksNoMoreIsClosed() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      client.send("GET /" + END).answer();
      assertThat(client.isEnded()).isTrue();
    }
    Eventually.within(Duration.ofSeconds(2), "gone", () -> door.connections() == 0);
  }

  @Test
  void laterHeadsHaveTheSameDeadlineAndLimits() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      client.send("GET /" + END).answer();
      client.send("GET / HT");
      assertThat(client.answer()).startsWith("HTTP/1.1 408 ");
      assertThat(client.isEnded()).isTrue();
    }
    try (var client = RawClient.connect(door.port())) {
      client.send("GET /" + END).answer();
      client.send("GET / HTTP/1.1\r\nX: " + "a".repeat(9_000));
      assertThat(client.answer()).startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void webSocketOnAnotherPathIsOrdinaryHttp() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      client.send(RawClient.upgrade().replace("/ws", "/other"));
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ").contains("GET /other ");
    }
  }
}
