package chat.parley.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that stands still until a test moves it. */
final class FakeTime implements LongSupplier, InstantSource {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private final AtomicLong nanos = new AtomicLong();

  void pass(Duration time, ParleyClient client) {
    nanos.addAndGet(time.toNanos());
    client.lookAtTheClock();
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos.get());
  }
}
