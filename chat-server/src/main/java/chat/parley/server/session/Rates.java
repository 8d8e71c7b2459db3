package chat.parley.server.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The buckets of everybody and everything that has a rate. Safe for any thread. A bucket that is
 * full again says nothing and is thrown away, so idle people cost nothing.
 */
public final class Rates {
  /** What has a rate of its own, and which (reliability: each kind of flood has its own bucket). */
  public enum Kind {
    /** Messages of one person, over all devices. */
    SEND(10, 5),
    /** Messages into one room, from everybody. */
    ROOM(60, 30),
    /** Everything else that one person writes: edits, reactions, pins, what they keep, status. */
    CHANGE(20, 10),
    TYPING(5, 1),
    HISTORY(60, 20),
    /** Searches of one person, which cost more than pages. */
    SEARCH(30, 5),
    /** Joins, leaves, creations, ranks and lists of one person. */
    ROOMS(30, 5),
    READ(30, 10),
    PRESENCE(10, 2),
    /** New guests from one address. */
    GUESTS(64, 2),
    /** New names of one person. */
    NAMES(3, 1.0 / 600),
    /** Passwords that one person sets, devices that they end, passes that they ask for. */
    ACCOUNT(20, 0.2),
    /** What one person does to keep order in rooms. */
    MODERATE(30, 3),
    /** Messages that one person reports. */
    REPORT(10, 1.0 / 30),
    /** What one person does and asks to run the server. */
    ADMINISTER(60, 10),
    /** Files that one person begins to upload. */
    UPLOAD(60, 1.0 / 60),
    /** What one person asks over HTTP: pieces and pictures. */
    HTTP(120, 20),
    /** Requests over HTTP from one address; a first visit of the web client is about 80. */
    REQUESTS(600, 100),
    /** Frames of any kind on one connection. */
    FRAMES(600, 200),
    /** Refusals of one connection; empty means that it does not listen. */
    PATIENCE(200, 5);

    private final Pace usual;

    Kind(double burst, double perSecond) {
      usual = new Pace(burst, perSecond);
    }
  }

  private record Pace(double burst, double perSecond) {
    private TokenBucket full(long nowNanos) {
      return TokenBucket.full(burst, perSecond, nowNanos);
    }

    private boolean isOf(TokenBucket bucket) {
      return bucket.burst() == burst && bucket.perSecond() == perSecond;
    }
  }

  private record Key(Kind kind, Object whose) {}

  private static final long SWEEP_EVERY = 4_096;

  private final boolean on;
  private final LongSupplier nanos;
  private final ConcurrentMap<Key, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final ConcurrentMap<Kind, Pace> decided = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param on false lifts all rates, for benchmarks
   * @param nanos a clock that only goes forward
   */
  public Rates(boolean on, LongSupplier nanos) {
    this.on = on;
    this.nanos = nanos;
  }

  /**
   * From now on that kind has this rate; everybody begins with a full bucket. Where rates are
   * lifted they stay so.
   */
  public void decide(Kind kind, double burst, double perSecond) {
    decided.put(kind, new Pace(burst, perSecond));
  }

  /**
   * Takes one from the bucket of that kind and owner.
   *
   * @return 0 when there was one; else how many milliseconds to wait for it
   */
  public long take(Kind kind, Object whose) {
    if (!on) {
      return 0;
    }
    if (taken.incrementAndGet() % SWEEP_EVERY == 0) {
      sweep();
    }
    long now = nanos.getAsLong();
    long[] wait = {0};
    buckets.compute(
        new Key(kind, whose),
        (_, last) -> {
          Pace pace = decided.getOrDefault(kind, kind.usual);
          TokenBucket bucket = last == null || !pace.isOf(last) ? pace.full(now) : last.at(now);
          wait[0] = bucket.waitMillis();
          return bucket.hasOne() ? bucket.takeOne() : bucket;
        });
    return wait[0];
  }

  /** Puts back what was taken for something that did not happen. */
  public void giveBack(Kind kind, Object whose) {
    buckets.computeIfPresent(
        new Key(kind, whose), (_, last) -> last.at(nanos.getAsLong()).giveOne());
  }

  /** How many buckets are kept. */
  int size() {
    return buckets.size();
  }

  private void sweep() {
    long now = nanos.getAsLong();
    buckets.values().removeIf(bucket -> bucket.at(now).tokens() >= bucket.burst());
  }
}
