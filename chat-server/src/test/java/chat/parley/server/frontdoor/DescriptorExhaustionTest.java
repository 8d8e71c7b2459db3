package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.room.Frame;
import chat.parley.server.session.Conversation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** T3: running out of file descriptors closed the stock server's listening socket for ever. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DescriptorExhaustionTest {
  private static final int LIMIT = 256;

  /** A server on its own, with caps so high that only the system says no. */
  static final class Small {
    public static void main(String[] args) throws IOException {
      FrontDoor door =
          FrontDoor.start(
              FrontDoorConfig.of("127.0.0.1", 0).withConnections(100_000).withoutAddressCap(),
              wire ->
                  new Conversation() {
                    @Override
                    public void onText(String text) {
                      wire.offer(Frame.of(text));
                    }

                    @Override
                    public void onGone() {}
                  },
              (_, response, _) -> response.setCode(204));
      System.out.println(door.port());
      System.in.read(); // until the test lets go
    }
  }

  @Test
  void acceptsAgainWithinASecondAfterTheFlood() throws Exception {
    Process server = start();
    List<RawClient> flood = new ArrayList<>();
    try {
      var said =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      int port = Integer.parseInt(said.readLine().strip());
      try (var early = RawClient.webSocket(port)) {
        assertThat(early.echo("early")).isEqualTo("early");
      }
      for (int i = 0; i < LIMIT + 150; i++) {
        flood.add(RawClient.connect(port));
      }
      Eventually.within(
          Duration.ofSeconds(4), "exhausted", () -> openDescriptors(server) > LIMIT - 20);
      for (RawClient client : flood) {
        client.close();
      }
      long start = System.nanoTime();
      try (var late = RawClient.webSocket(port)) {
        assertThat(late.echo("late")).isEqualTo("late");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    } finally {
      for (RawClient client : flood) {
        client.close();
      }
      server.destroy();
      server.waitFor();
    }
  }

  private static Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "sh",
            "-c",
            "ulimit -n " + LIMIT + " && exec \"$0\" \"$@\"",
            java,
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-XX:-MaxFDLimit",
            "-cp",
            System.getProperty("java.class.path"),
            Small.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Only Linux tells; elsewhere the flood is taken on trust. */
  private static int openDescriptors(Process process) {
    String[] open = Path.of("/proc", Long.toString(process.pid()), "fd").toFile().list();
    return open == null ? LIMIT : open.length;
  }
}
