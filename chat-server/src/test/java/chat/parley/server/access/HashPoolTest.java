package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HashPoolTest {
  @Test
  void whoComesWhenTooManyWaitIsTurnedAwayAtOnce() throws Exception {
    var busy = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    try (var pool = new HashPool(1, 1, System::nanoTime)) {
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

  @Test
  void whoIsTurnedAwayIsToldToComeOneAfterTheOther() {
    var now = new AtomicLong();
    try (var pool = new HashPool(1, 1, now::get)) {
      List<Long> turns = Stream.generate(pool::turnMs).limit(1_000).toList();
      assertThat(turns.getFirst()).isEqualTo(1_000);
      assertThat(turns).allSatisfy(turn -> assertThat(turn).isBetween(1_000L, 20_000L));
      assertThat(turns.subList(20, 330)).isSorted().doesNotHaveDuplicates();
      assertThat(turns.subList(340, 480)).isSorted().doesNotHaveDuplicates();

      now.addAndGet(60_000_000_000L);
      assertThat(pool.turnMs()).as("all of them are through").isEqualTo(1_000);
    }
  }

  @Test
  void whereHashingTakesLongTheTurnIsLater() {
    var now = new AtomicLong();
    try (var pool = new HashPool(1, 1, now::get)) {
      for (int i = 0; i < 50; i++) {
        pool.call(() -> now.addAndGet(2_000_000_000L));
      }
      assertThat(pool.turnMs()).isBetween(1_900L, 2_000L);
      assertThat(pool.turnMs()).isBetween(3_800L, 4_000L);
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
      assertThat(afterName[16]).isEqualTo("10");
    }
  }
}
