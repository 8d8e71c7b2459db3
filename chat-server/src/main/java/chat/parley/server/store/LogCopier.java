package chat.parley.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the database's log into the database while the committer goes on writing: the long part of
 * a checkpoint, for which nobody's ack has to wait. What was written meanwhile stays in the log;
 * the committer copies that little rest itself, after which the log can start anew.
 */
final class LogCopier {
  private static final Logger log = LoggerFactory.getLogger(LogCopier.class);
  private static final Duration LOCK_PATIENCE = Duration.ofMillis(200);

  private final Path database;
  private final Thread thread;
  private final Semaphore wanted = new Semaphore(0);
  private final AtomicBoolean copied = new AtomicBoolean();
  private volatile boolean stopped;

  /** The copier's thread only. */
  private @Nullable Statements connection;

  LogCopier(Path database) {
    this.database = database;
    thread = Thread.ofPlatform().name("parley-log-copier").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The log has become long. Returns at once. */
  void want() {
    wanted.release();
  }

  /** Whether a copy has ended since this was asked last. */
  boolean takeCopied() {
    return copied.getAndSet(false);
  }

  /** Waits for a copy that is under way. Nothing is copied any more after this. */
  void stop() throws InterruptedException {
    stopped = true;
    wanted.release();
    thread.join();
  }

  private void run() {
    try {
      while (!stopped) {
        wanted.acquire();
        wanted.drainPermits();
        if (!stopped) {
          copy();
          copied.set(true);
        }
      }
    } catch (InterruptedException e) {
      log.error("The copier was interrupted; the committer copies the log itself.", e);
    } finally {
      close();
    }
  }

  private void copy() {
    try {
      Statements open = connection;
      if (open == null) {
        open = Connections.writer(database, LOCK_PATIENCE);
        connection = open;
      }
      open.first("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getLong(1));
    } catch (SQLException | RuntimeException e) {
      // Nothing is lost by it: the log keeps everything.
      log.warn("The database's log could not be copied into the database; it is tried again.", e);
      close();
    }
  }

  private void close() {
    Statements open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        log.warn("The database {} could not be closed.", database, e);
      }
    }
  }
}
