package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.platform.ServerProgram;
import chat.parley.server.Main;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people of one computer press "Host here" at the same moment. */
class TwoHostsAtOnceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void eachIsToldOfItsOwnServerAndBothRun() throws Exception {
    int first = freePort();
    List<String> options = List.of("--discovery-port", String.valueOf(freeUdpPort()));
    ServerProgram one = program("one", first);
    ServerProgram two = program("two", first);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<ServerProgram.Running> start = () -> one.start("@Floor 1", options);
      var other = threads.submit(() -> two.start("Floor 2", options));
      ServerProgram.Running running = threads.submit(start).get();
      assertThat(running.port()).isNotEqualTo(other.get().port());
      assertThat(ProcessHandle.of(running.pid())).isPresent();
      assertThat(ProcessHandle.of(other.get().pid())).isPresent();
      assertThat(said("one", running)).startsWith("@Floor 1 is open.");
      assertThat(said("two", other.get())).startsWith("Floor 2 is open.");
    } finally {
      one.stop();
      two.stop();
    }
  }

  /** All up to its address, which it says after that it is open. */
  private String said(String who, ServerProgram.Running running) throws Exception {
    Path output = folder.resolve(who).resolve("output.txt");
    String address = ":" + running.port();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(output).contains(address)) {
      assertThat(System.nanoTime()).as(address + " is said").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
    return Files.readString(output);
  }

  private ServerProgram program(String data, int firstPort) {
    return new ServerProgram(
        folder.resolve(data), Main.class.getName(), firstPort, "1", Optional.empty());
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static int freeUdpPort() throws Exception {
    try (var probe = new DatagramSocket()) {
      return probe.getLocalPort();
    }
  }
}
