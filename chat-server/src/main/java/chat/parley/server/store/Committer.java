package chat.parley.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns every write. One thread takes all that waits, writes it in one transaction and syncs once; a
 * batch grows with the time the sync before it took, without any timer. What came of it is told by
 * {@link Delivery} only after the commit.
 *
 * <p>The thread never dies of a failure. A lock held by somebody else is waited for; a disk that
 * fails makes it refuse and try again by itself; a write that fails for a reason of its own is
 * parted from the others of its batch.
 */
final class Committer {
  private static final Logger log = LoggerFactory.getLogger(Committer.class);
  private static final Duration LOCK_PATIENCE_OF_ONE_TRY = Duration.ofMillis(200);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
  private static final Duration LOCK_IS_TROUBLE_AFTER = Duration.ofSeconds(2);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration PAUSE_OF_WRITES = Duration.ofMillis(250);
  private static final Duration BETWEEN_STEPS = Duration.ofMillis(10);
  private static final Duration INDEX_WORK = Duration.ofMillis(2);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Path database;
  private final Tuning tuning;
  private final Rules rules;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final RandomGenerator random;
  private final WriteQueue queue;
  private final Delivery delivery;
  private final LogCopier copier;
  private final Trouble trouble;
  private final Thread thread;

  /** The committer's thread only; after that thread's end, who closes. */
  private @Nullable Writer writer;

  /** The committer's thread only. */
  private boolean indexing = true;

  /** Written by who drains, read by the committer: what still waits is to be refused. */
  private volatile boolean gaveUp;

  /** Written by tests, read by the committer. */
  private volatile long pageLimit;

  Committer(
      Path database,
      CommitListener listener,
      Rules rules,
      Tuning tuning,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {
    this.database = database;
    this.tuning = tuning;
    this.rules = rules;
    this.clock = clock;
    this.nanos = nanos;
    this.random = random;
    queue = new WriteQueue(tuning.queued());
    delivery = new Delivery(listener);
    copier = new LogCopier(database);
    trouble = new Trouble(database);
    thread = Thread.ofPlatform().name("parley-committer").daemon().unstarted(this::run);
  }

  /** Before {@link #start}: a store that cannot be written is not started. */
  void open() throws SQLException {
    writer();
  }

  void start() {
    delivery.start();
    copier.start();
    thread.start();
  }

  <R> void submit(Write<R> write, Consumer<Result<R>> done) {
    switch (queue.offer(new Pending<>(write, done))) {
      case TAKEN -> {}
      case FULL -> done.accept(Refusals.busy());
      case CLOSED -> done.accept(Refusals.goingAway());
    }
  }

  Optional<String> trouble() {
    return trouble.sentence();
  }

  /** Stands in for a full disk: the database may have so many pages, 0 means any number. */
  void limitPages(long pages) {
    pageLimit = pages;
  }

  /** Whether all was committed, or refused, and told. */
  boolean drain(Duration most) throws InterruptedException {
    queue.close();
    if (ended(most)) {
      return true;
    }
    gaveUp = true;
    return ended(LAST_WORDS);
  }

  /** Only after a drain that ended. */
  void close() {
    try {
      copier.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The last connection: closing it copies the log into the database.
    discardWriter();
  }

  private boolean ended(Duration most) throws InterruptedException {
    long start = nanos.getAsLong();
    return thread.join(most)
        && delivery.awaitEnd(most.minusNanos(nanos.getAsLong() - start).plusMillis(1));
  }

  private void run() {
    try {
      while (!queue.isOver()) {
        Pending<?> next = queue.await(patience());
        if (next != null) {
          commit(new Batch(next, tuning.batch()));
          checkpoint();
          index(true);
        } else if (trouble.refusing()) {
          probe();
        } else {
          index(false);
        }
      }
      delivery.finish();
    } catch (InterruptedException e) {
      log.error("The committer was interrupted; nothing is written any more.", e);
    }
  }

  private Duration patience() {
    if (trouble.refusing()) {
      return tuning.probeEvery();
    }
    Writer open = writer;
    if (open == null || !indexing || !open.wordsAreBehind()) {
      return FOR_EVER;
    }
    return open.indexGoesOn() ? BETWEEN_STEPS : PAUSE_OF_WRITES;
  }

  /**
   * Without its index a search reads through the log, so a failure here is nobody's but the log's.
   *
   * @param busy whether it waits for a pause until much is to be done
   */
  private void index(boolean busy) {
    Writer open = writer;
    if (open == null || !indexing || (busy ? !open.indexIsDue() : !open.wordsAreBehind())) {
      return;
    }
    try {
      open.index(INDEX_WORK.toNanos());
    } catch (SQLException | RuntimeException | Error e) {
      discardWriter();
      if (Fault.of(e) != Fault.LOCKED) {
        indexing = false;
        log.warn("The index of words could not be written; it rests until the next start.", e);
      }
    }
  }

  private void commit(Batch batch) throws InterruptedException {
    long start = nanos.getAsLong();
    while (!gaveUp) {
      try {
        Delivery.Outcome outcome = attempt(batch);
        trouble.over();
        delivery.hand(outcome);
        return;
      } catch (SQLException | RuntimeException | Error e) {
        Fault fault = Fault.of(e);
        if (fault != Fault.LOCKED || !mayWait(start)) {
          failed(batch, fault, e);
          return;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
    batch.writes().addAll(queue.takeAll());
    refuse(batch, Refusals::goingAway);
  }

  private Delivery.Outcome attempt(Batch batch) throws SQLException {
    Writer open = writer();
    open.begin();
    try {
      var answers = batch.applyTo(open, queue, tuning.batchWork().toNanos(), nanos);
      List<Recount> recounts = open.recount();
      return new Delivery.Outcome(answers, open.commit(), recounts);
    } catch (SQLException | RuntimeException | Error e) {
      discardWriter();
      throw e;
    }
  }

  private boolean mayWait(long start) {
    long waited = nanos.getAsLong() - start;
    if (waited >= LOCK_IS_TROUBLE_AFTER.toNanos()) {
      trouble.waiting();
    }
    return !trouble.refusing() && waited < tuning.lockPatience().toNanos();
  }

  private void failed(Batch batch, Fault fault, Throwable cause) throws InterruptedException {
    switch (fault) {
      case LOCKED -> {
        // They all waited as long as the first of them.
        batch.writes().addAll(queue.takeAll());
        inTrouble(fault, cause);
        refuse(batch, Refusals::storage);
      }
      case FULL, READ_ONLY, DAMAGED, DEVICE -> {
        inTrouble(fault, cause);
        refuse(batch, Refusals::storage);
      }
      case UNEXPECTED -> {
        if (batch.writes().size() > 1) {
          for (Pending<?> one : batch.writes()) {
            commit(new Batch(one, 1));
          }
        } else {
          String kind = batch.writes().getFirst().write().getClass().getSimpleName();
          log.error("A write ({}) failed and was refused.", kind, cause);
          refuse(batch, Refusals::internal);
        }
      }
    }
  }

  private void refuse(Batch batch, Pending.Refusal refusal) throws InterruptedException {
    delivery.hand(new Delivery.Outcome(batch.refuse(refusal), List.of(), List.of()));
  }

  private void probe() {
    try {
      writer().probe();
      trouble.over();
    } catch (SQLException | RuntimeException | Error e) {
      inTrouble(Fault.of(e), e);
    }
  }

  private void inTrouble(Fault fault, Throwable cause) {
    discardWriter();
    trouble.refuse(fault, cause);
  }

  private void checkpoint() {
    Writer open = writer;
    if (open == null) {
      return;
    }
    if (open.takeCopyIsDue()) {
      copier.want();
    }
    if (!copier.takeCopied() && !open.logIsLong()) {
      return;
    }
    try {
      open.checkpoint();
    } catch (SQLException | RuntimeException | Error e) {
      // Nothing is lost by it: the log keeps everything, and the next one copies more.
      log.warn("The database's log could not be copied into the database; it is tried again.", e);
      discardWriter();
    }
  }

  private Writer writer() throws SQLException {
    Writer open = writer;
    if (open == null) {
      open =
          new Writer(
              Connections.writer(database, LOCK_PATIENCE_OF_ONE_TRY), rules, clock, nanos, random);
      writer = open;
    }
    open.limitPages(pageLimit);
    return open;
  }

  /** Closing a connection takes back what it did not commit. */
  private void discardWriter() {
    Writer open = writer;
    writer = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        log.warn("The database {} could not be closed.", database, e);
      }
    }
  }
}
