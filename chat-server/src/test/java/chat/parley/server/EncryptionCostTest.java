package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ClientConfig;
import chat.parley.client.LinkState;
import chat.parley.client.MemoryJournal;
import chat.parley.client.ParleyClient;
import chat.parley.client.ServerAddress;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLS costs a server: processor time of each delivery, and heap of each idle connection. */
@Tag("fault")
class EncryptionCostTest {
  private static final int PEOPLE = 50;
  private static final int IDLE = 400;
  private static final int WARM_UP = 1_500;
  private static final int MESSAGES = 2_000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final String BODY = "x".repeat(100);

  @TempDir private Path folder;

  @Test
  void encryptionCostsAServerLittle() throws Exception {
    try (ServerProcess plain = ServerProcess.start(folder.resolve("plain"), "--no-rate-limits");
        ServerProcess tls = ServerProcess.startSecure(folder.resolve("tls"), "--no-rate-limits")) {
      double plainMicros = microsPerDelivery(plain);
      double tlsMicros = microsPerDelivery(tls);
      System.out.printf(
          Locale.ROOT,
          "Processor time per delivery: %.1f µs plain, %.1f µs by TLS%n",
          plainMicros,
          tlsMicros);
      long plainBytes = bytesPerIdle(plain);
      long tlsBytes = bytesPerIdle(tls);
      System.out.printf(
          Locale.ROOT, "Heap per idle connection: %,d plain, %,d by TLS%n", plainBytes, tlsBytes);
      assertThat(tlsMicros).isLessThan(3 * plainMicros);
      assertThat(tlsBytes).isLessThan(64 * 1024);
    }
  }

  private static double microsPerDelivery(ServerProcess server) throws Exception {
    List<ParleyClient> clients = new ArrayList<>();
    List<Watch> watches = new ArrayList<>();
    try {
      RoomId room = null;
      for (int i = 0; i < PEOPLE; i++) {
        clients.add(enter(server, "Person " + i, watches));
        room = join(clients.getLast());
      }
      talk(clients.getFirst(), room, WARM_UP);
      awaitAll(watches, WARM_UP);
      Duration before = cpu(server);
      talk(clients.getFirst(), room, MESSAGES);
      awaitAll(watches, WARM_UP + MESSAGES);
      Duration burnt = cpu(server).minus(before);
      return burnt.toNanos() / 1_000.0 / MESSAGES / PEOPLE;
    } finally {
      clients.forEach(ParleyClient::close);
    }
  }

  private static long bytesPerIdle(ServerProcess server) throws Exception {
    List<ParleyClient> clients = new ArrayList<>();
    List<Watch> watches = new ArrayList<>();
    try {
      for (int i = 0; i < IDLE / 4; i++) {
        clients.add(enter(server, "Early " + i, watches));
      }
      long before = liveHeap(server);
      for (int i = 0; i < IDLE; i++) {
        clients.add(enter(server, "Idle " + i, watches));
      }
      return (liveHeap(server) - before) / IDLE;
    } finally {
      clients.forEach(ParleyClient::close);
    }
  }

  private static ParleyClient enter(ServerProcess server, String name, List<Watch> watches)
      throws InterruptedException {
    var watch = new Watch();
    var address = new ServerAddress("127.0.0.1", server.port());
    var client =
        ParleyClient.start(ClientConfig.guest(address, "test", name), new MemoryJournal(), watch);
    watch.awaitLink(LinkState.LIVE);
    watches.add(watch);
    return client;
  }

  private static RoomId join(ParleyClient client) throws Exception {
    return client
        .join(new Command.Place.ByName("tea", true))
        .get(10, TimeUnit.SECONDS)
        .room()
        .room()
        .id();
  }

  private static void talk(ParleyClient client, RoomId room, int count) {
    for (int i = 0; i < count; i++) {
      client.send(room, BODY);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static void awaitAll(List<Watch> watches, int count) throws InterruptedException {
    for (Watch watch : watches) {
      watch.await(count + " messages", one -> one.bodies().size() >= count);
    }
  }

  private static Duration cpu(ServerProcess server) {
    return server.process().toHandle().info().totalCpuDuration().orElseThrow();
  }

  private static long liveHeap(ServerProcess server) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process jcmd =
        new ProcessBuilder(tool, String.valueOf(server.process().pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String total =
        jcmd.inputReader().lines().filter(line -> line.startsWith("Total")).findFirst().orElse("");
    jcmd.waitFor();
    return Long.parseLong(total.trim().split("\\s+")[2]);
  }
}
