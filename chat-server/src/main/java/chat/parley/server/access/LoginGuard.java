package chat.parley.server.access;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing passwords slow: after five failures every further try has to wait, at first a
 * second, then twice as long each time, up to a quarter of an hour. Counted for the account, so
 * that many addresses do not help, and for the address, so that many accounts do not either.
 *
 * <p>Being guessed at must not lock somebody out: from an address where a device of theirs is
 * logged in they are counted by themselves, and a device that has its token needs no password.
 *
 * <p>Safe for any thread.
 */
public final class LoginGuard {
  private static final int FREE_TRIES = 5;

  /** Behind one address there may be a whole class, which types no better. */
  private static final int FREE_TRIES_OF_ADDRESS = 20;

  private static final String ADDRESS = "address ";

  /** Where accounts are at home: many may be, behind one address. */
  private static final String AT_HOME = "at home ";

  private static final int FREE_TRIES_AT_HOME = 100;
  private static final long FIRST_WAIT_MS = 1_000;
  private static final long LONGEST_WAIT_MS = 15L * 60 * 1000;

  /** After so long without a failure all is forgotten. */
  private static final long FORGOTTEN_AFTER_MS = 24L * 60 * 60 * 1000;

  private static final int MOST_REMEMBERED = 50_000;

  /** What outlives the process. */
  public interface Memory {
    /** Asked once for each aim; may block. */
    Optional<Failures> read(String aim);

    /** Must not block. */
    void write(String aim, Failures failures);
  }

  /**
   * @param at of the last one, epoch milliseconds
   */
  public record Failures(int count, long at) {
    static final Failures NONE = new Failures(0, 0);
  }

  private final Memory memory;
  private final InstantSource clock;
  private final boolean countsAddresses;

  /** Guarded by this. */
  private final Map<String, Failures> known = new HashMap<>();

  /**
   * @param countsAddresses false where all of a benchmark come from one
   */
  public LoginGuard(Memory memory, InstantSource clock, boolean countsAddresses) {
    this.memory = memory;
    this.clock = clock;
    this.countsAddresses = countsAddresses;
  }

  /**
   * Asks to try a password, and counts the try as failed until {@link #passed} says otherwise: so
   * that many tries at the same time are not one.
   *
   * @param account what look-alike names have in common
   * @param familiar whether a device of this account was logged in from the address
   * @return 0 when it may be tried; else how many milliseconds to wait
   */
  public long ask(String account, String address, boolean familiar) {
    List<String> aims = aims(account, address, familiar);
    Map<String, Failures> remembered = new HashMap<>();
    aims.forEach(aim -> remembered.put(aim, recall(aim)));
    synchronized (this) {
      long now = clock.millis();
      long wait = aims.stream().mapToLong(aim -> wait(now, aim, remembered)).max().orElse(0);
      if (wait > 0) {
        return wait;
      }
      for (String aim : aims) {
        Failures failures = latest(aim, remembered);
        remember(aim, new Failures(count(failures, now) + 1, now));
      }
      return 0;
    }
  }

  /**
   * The password was right. What others did from that address stays counted: an account of one's
   * own does not make guessing at others' free.
   */
  public void passed(String account, String address, boolean familiar) {
    synchronized (this) {
      List<String> aims = aims(account, address, familiar);
      remember(aims.getFirst(), Failures.NONE);
      aims.stream().skip(1).forEach(this::takeBack);
    }
  }

  /** It was not tried after all. */
  public void undo(String account, String address, boolean familiar) {
    synchronized (this) {
      aims(account, address, familiar).forEach(this::takeBack);
    }
  }

  private void takeBack(String aim) {
    Failures failures = known.getOrDefault(aim, Failures.NONE);
    if (failures.count() > 0) {
      remember(aim, new Failures(failures.count() - 1, failures.at()));
    }
  }

  private List<String> aims(String account, String address, boolean familiar) {
    String self = "account " + account;
    if (familiar) {
      String own = self + " from " + address;
      return countsAddresses ? List.of(own, AT_HOME + address) : List.of(own);
    }
    return countsAddresses ? List.of(self, ADDRESS + address) : List.of(self);
  }

  private Failures recall(String aim) {
    synchronized (this) {
      Failures failures = known.get(aim);
      if (failures != null) {
        return failures;
      }
    }
    return memory.read(aim).orElse(Failures.NONE);
  }

  private Failures latest(String aim, Map<String, Failures> remembered) {
    return known.getOrDefault(aim, remembered.getOrDefault(aim, Failures.NONE));
  }

  private void remember(String aim, Failures failures) {
    if (known.size() >= MOST_REMEMBERED) {
      known.clear(); // what counts is in the memory
    }
    known.put(aim, failures);
    memory.write(aim, failures);
  }

  private static int count(Failures failures, long now) {
    return now - failures.at() > FORGOTTEN_AFTER_MS ? 0 : failures.count();
  }

  private long wait(long now, String aim, Map<String, Failures> remembered) {
    Failures failures = latest(aim, remembered);
    int free =
        aim.startsWith(ADDRESS)
            ? FREE_TRIES_OF_ADDRESS
            : aim.startsWith(AT_HOME) ? FREE_TRIES_AT_HOME : FREE_TRIES;
    int beyond = count(failures, now) - free;
    if (beyond < 0) {
      return 0;
    }
    long pause = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << Math.min(beyond, 20));
    return Math.max(0, failures.at() + pause - now);
  }
}
