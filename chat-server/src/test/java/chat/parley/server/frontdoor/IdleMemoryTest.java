package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an idle connection costs; the clients live in the same process, so they are weighed alone
 * first.
 */
@Tag("fault")
class IdleMemoryTest {
  private static final int COUNT = 2_000;

  @Test
  void idleConnectionCostsLittle() throws IOException {
    FrontDoor door =
        FrontDoor.start(
            FrontDoorConfig.of("127.0.0.1", 0).withoutAddressCap(),
            _ -> new SilentConversation(),
            (_, response, _) -> response.setCode(204));
    connectAll(door, 200); // warm
    long before = used();
    List<java.net.Socket> clients = connectAll(door, COUNT);
    long with = used();
    clients.forEach(IdleMemoryTest::letGo);
    Eventually.within(Duration.ofSeconds(20), "all gone", () -> door.connections() == 200);
    long clientBytes = clientBytes();
    long each = (with - before) / COUNT - clientBytes;
    System.out.printf("An idle connection costs %,d bytes of heap%n", each);
    assertThat(each).isLessThan(6 * 1024);
    door.close(CloseCode.GOING_AWAY);
  }

  /** An open socket of a client, as it is counted above. */
  private static long clientBytes() throws IOException {
    try (var listener = new java.net.ServerSocket(0, COUNT)) {
      long before = used();
      List<java.net.Socket> ends = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        ends.add(new java.net.Socket("127.0.0.1", listener.getLocalPort()));
        ends.getLast().getOutputStream();
        ends.getLast().getInputStream();
        ends.add(listener.accept());
      }
      long both = used() - before;
      ends.forEach(IdleMemoryTest::letGo);
      return both / COUNT / 2;
    }
  }

  private static List<java.net.Socket> connectAll(FrontDoor door, int count) throws IOException {
    List<java.net.Socket> sockets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sockets.add(RawClient.webSocket(door.port()).socket());
    }
    return sockets;
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
      LockSupport.parkNanos(100_000_000);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void letGo(java.net.Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
