package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
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
    List<Socket> early = connectAll(door, 200);
    long before = used();
    List<Socket> clients = connectAll(door, COUNT);
    long with = used();
    clients.forEach(IdleMemoryTest::letGo);
    early.forEach(IdleMemoryTest::letGo);
    Eventually.within(Duration.ofSeconds(20), "all gone", () -> door.connections() == 0);
    long clientBytes = clientBytes();
    long each = (with - before) / COUNT - clientBytes;
    System.out.printf("An idle connection costs %,d bytes of heap%n", each);
    assertThat(each).isLessThan(6 * 1024);
    door.close(CloseCode.GOING_AWAY);
  }

  /** An open socket of a client, as it is counted above. */
  private static long clientBytes() throws IOException {
    try (var listener = new ServerSocket(0, COUNT)) {
      long before = used();
      List<Socket> ends = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        ends.add(new Socket("127.0.0.1", listener.getLocalPort()));
        ends.getLast().getOutputStream();
        ends.getLast().getInputStream();
        ends.add(listener.accept());
      }
      long both = used() - before;
      ends.forEach(IdleMemoryTest::letGo);
      return both / COUNT / 2;
    }
  }

  private static List<Socket> connectAll(FrontDoor door, int count) throws IOException {
    List<Socket> sockets = new ArrayList<>(count);
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

  private static void letGo(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
