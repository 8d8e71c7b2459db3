package chat.parley.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogInDeadlineTest {
  private static final long SECOND = 1_000_000_000L;

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final AtomicLong now = new AtomicLong();
  private final CountDownLatch late = new CountDownLatch(1);

  LogInDeadlineTest() {
    timer.setRemoveOnCancelPolicy(true);
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  private LogInDeadline within(long nanos) {
    return new LogInDeadline(timer, now::get, nanos, late::countDown);
  }

  /** Seconds until the connection would end; the timer's own clock goes on, so rounded up. */
  private long left() {
    Delayed end = (Delayed) timer.getQueue().peek();
    return (end.getDelay(TimeUnit.MILLISECONDS) + 999) / 1_000;
  }

  @Test
  void theTimeThatTheServerTakesDoesNotCount() {
    LogInDeadline deadline = within(100 * SECOND);
    deadline.listen();
    now.addAndGet(30 * SECOND);
    deadline.pause();
    assertThat(timer.getQueue()).isEmpty();
    now.addAndGet(3_600 * SECOND);
    deadline.listen();
    assertThat(left()).isBetween(60L, 70L);
  }

  @Test
  void whoSaysNothingIsLate() throws Exception {
    within(1).listen();
    assertThat(late.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoTriesAgainAndAgainIsLateToo() throws Exception {
    LogInDeadline deadline = within(100 * SECOND);
    deadline.listen();
    for (int i = 0; i < 10; i++) {
      now.addAndGet(10 * SECOND);
      deadline.pause();
      deadline.listen();
    }
    assertThat(late.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void onceItIsLiftedNothingEnds() {
    LogInDeadline deadline = within(100 * SECOND);
    deadline.listen();
    deadline.lift();
    deadline.listen();
    assertThat(timer.getQueue()).isEmpty();
  }
}
