package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginGuardTest {
  private final Map<String, LoginGuard.Failures> kept = new HashMap<>();
  private Instant now = Instant.parse("2026-03-04T09:00:00Z");
  private LoginGuard guard = started();

  @Test
  void fiveTriesAreFreeThenEachTakesTwiceAsLongUpToAQuarterOfAnHour() {
    for (int i = 0; i < 5; i++) {
      assertThat(ask("10.0.0.1")).isZero();
    }
    long expected = 1_000;
    for (int i = 0; i < 14; i++) {
      long wait = ask("10.0.0.1");
      assertThat(wait).isEqualTo(Math.min(expected, Duration.ofMinutes(15).toMillis()));
      pass(wait);
      assertThat(ask("10.0.0.1")).isZero();
      expected *= 2;
    }
  }

  @Test
  void tenThousandGuessesFromFiftyAddressesInAnHourAreFewerThanAHundred() {
    int tried = 0;
    for (int i = 0; i < 10_000; i++) {
      if (ask("10.0.0." + i % 50) == 0) {
        tried++;
      }
      pass(360);
    }
    assertThat(tried).isBetween(6, 99);
  }

  @Test
  void aSprayOverManyAccountsFromOneAddressIsSlowToo() {
    int tried = 0;
    for (int i = 0; i < 1_000; i++) {
      if (guard.ask("account" + i, "10.0.0.1", false) == 0) {
        tried++;
      }
      pass(100);
    }
    assertThat(tried).isLessThan(40);
  }

  @Test
  void aSprayFromWhereAllAreAtHomeIsSlowToo() {
    int tried = 0;
    for (int i = 0; i < 5_000; i++) {
      if (guard.ask("account" + i % 1_000, "10.0.0.1", true) == 0) {
        tried++;
      }
    }
    assertThat(tried).isEqualTo(100);
  }

  @Test
  void whoIsGuessedAtStillGetsInWhereTheyWereBefore() {
    for (int i = 0; i < 100; i++) {
      ask("10.0.0." + i);
    }
    assertThat(guard.ask("ann", "10.0.0.200", true)).isZero();
  }

  @Test
  void theRightPasswordForgetsTheAccountsFailuresButNotTheAddresss() {
    for (int i = 0; i < 20; i++) {
      assertThat(guard.ask("account" + i, "10.0.0.1", false)).isZero();
    }
    pass(1_000);
    assertThat(ask("10.0.0.1")).isZero();
    guard.passed("ann", "10.0.0.1", false);
    assertThat(ask("10.0.0.2")).isZero();
    assertThat(guard.ask("ben", "10.0.0.1", false)).isPositive();
  }

  @Test
  void whatWasNotTriedIsNotCounted() {
    for (int i = 0; i < 50; i++) {
      assertThat(ask("10.0.0.1")).isZero();
      guard.undo("ann", "10.0.0.1", false);
    }
  }

  @Test
  void aRestartForgetsNothingAndADayWithoutAFailureAll() {
    for (int i = 0; i < 8; i++) {
      ask("10.0.0.1");
    }
    guard = started();
    assertThat(ask("10.0.0.9")).isPositive();
    pass(Duration.ofHours(25).toMillis());
    assertThat(ask("10.0.0.9")).isZero();
  }

  private long ask(String address) {
    return guard.ask("ann", address, false);
  }

  private void pass(long millis) {
    now = now.plusMillis(millis);
  }

  private LoginGuard started() {
    return new LoginGuard(
        new LoginGuard.Memory() {
          @Override
          public Optional<LoginGuard.Failures> read(String aim) {
            return Optional.ofNullable(kept.get(aim));
          }

          @Override
          public void write(String aim, LoginGuard.Failures failures) {
            kept.put(aim, failures);
          }
        },
        () -> now,
        true);
  }
}
