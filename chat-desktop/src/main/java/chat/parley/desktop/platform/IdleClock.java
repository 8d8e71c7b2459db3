package chat.parley.desktop.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long nobody has touched this computer. May wait for another program; one thread at a time.
 */
public interface IdleClock {
  /** A computer that does not say. */
  IdleClock UNKNOWN = Optional::empty;

  /** Empty when the system does not say. */
  Optional<Duration> idle();

  /** Asks each in turn, and stays with the first that knows. */
  static IdleClock firstOf(List<IdleClock> clocks) {
    return new IdleClock() {
      private IdleClock known = UNKNOWN;

      @Override
      public Optional<Duration> idle() {
        Optional<Duration> idle = known.idle();
        for (IdleClock clock : clocks) {
          if (idle.isPresent()) {
            break;
          }
          known = clock;
          idle = clock.idle();
        }
        return idle;
      }
    };
  }
}
