package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HashPoolTest {
  @Test
  void whoComesWhenTooManyWaitIsTurnedAwayAtOnce() throws Exception {
    var busy = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    try (var pool = new HashPool(1, 1)) {
      Thread first =
          Thread.startVirtualThread(
              () ->
                  pool.call(
                      () -> {
                        begun.countDown();
                        busy.await();
                        return 1;
                      }));
      begun.await();
      Thread second = Thread.startVirtualThread(() -> pool.call(() -> 2));
      while (pool.waiting() == 0) {
        Thread.onSpinWait();
      }
      assertThat(pool.call(() -> 3)).isEmpty();
      busy.countDown();
      first.join();
      second.join();
      assertThat(pool.call(() -> 4)).isEqualTo(Optional.of(4));
    }
  }

  /** The nice value of a thread is the 19th field of its line in the kernel's table. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void hashingGivesWayToEverythingElse() {
    try (var pool = new HashPool()) {
      String line =
          pool.call(() -> Files.readString(Path.of("/proc/thread-self/stat"))).orElseThrow();
      String[] afterName = line.substring(line.lastIndexOf(')') + 2).split(" ");
      assertThat(afterName[16]).isEqualTo("19");
    }
  }
}
