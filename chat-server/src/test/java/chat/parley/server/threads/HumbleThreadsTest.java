package chat.parley.server.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class HumbleThreadsTest {
  private static final Path SELF = Path.of("/proc/thread-self");

  /** Normal threads have 120; each step of niceness is one more. */
  private static final int NORMAL = 120;

  private static final Pattern PRIORITY = Pattern.compile("(?m)^prio\\s*:\\s*(\\d+)");
  private static final Pattern SLICE = Pattern.compile("(?m)^se\\.slice\\s*:\\s*(\\d+)");

  @Test
  void threadForLongWorkHasLessOfTheProcessorThanThoseWhoChat() throws Exception {
    assertThat(priority(schedulingOf(Niceness.SOME))).isEqualTo(NORMAL + 10);
    assertThat(priority(schedulingOf(Niceness.LAST))).isEqualTo(NORMAL + 19);
  }

  @Test
  void whoeverWakesIsLetInBeforeItSoon() throws Exception {
    assertThat(sliceNanos(schedulingOf(Niceness.SOME))).isEqualTo(400_000);
    assertThat(sliceNanos(schedulingOf(Niceness.LAST))).isEqualTo(100_000);
  }

  @Test
  void threadThatMadeItKeepsItsPlace() throws Exception {
    schedulingOf(Niceness.LAST);
    assertThat(priority(Files.readString(SELF.resolve("sched")))).isEqualTo(NORMAL);
  }

  private static String schedulingOf(Niceness niceness) throws Exception {
    Assumptions.assumeTrue(Files.isReadable(SELF.resolve("sched")), "no kernel that tells");
    var told = new CompletableFuture<String>();
    new HumbleThreads("test-", niceness).newThread(() -> told.complete(ownScheduling())).start();
    return told.get(10, TimeUnit.SECONDS);
  }

  private static String ownScheduling() {
    try {
      return Files.readString(SELF.resolve("sched"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sliceNanos(String scheduling) {
    Matcher slice = SLICE.matcher(scheduling);
    Assumptions.assumeTrue(slice.find(), "this kernel does not tell slices");
    return Long.parseLong(slice.group(1));
  }

  private static int priority(String scheduling) {
    Matcher priority = PRIORITY.matcher(scheduling);
    assertThat(priority.find()).isTrue();
    return Integer.parseInt(priority.group(1));
  }
}
