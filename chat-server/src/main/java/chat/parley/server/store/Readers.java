package chat.parley.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few threads that read, each question with a connection to itself. Database calls hold their
 * thread, so the many virtual threads wait here instead of reading themselves.
 */
final class Readers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Readers.class);

  /** Readers never wait for a writer, only for the moment in which the log starts anew. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(5);

  private final Path database;
  private final ExecutorService threads;
  private final BlockingQueue<Statements> idle;

  Readers(Path database, int count) throws SQLException {
    this.database = database;
    idle = new ArrayBlockingQueue<>(count);
    try {
      for (int i = 0; i < count; i++) {
        idle.add(Connections.reader(database, LOCK_PATIENCE));
      }
    } catch (SQLException e) {
      idle.forEach(Readers::close);
      throw e;
    }
    threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("parley-reader-", 1).daemon().factory());
  }

  /** Asks the database something. */
  interface Question<T> {
    T ask(Statements db) throws SQLException;
  }

  /** Blocks until there is an answer. */
  <T> T read(Question<T> question) {
    try {
      Future<T> answer = threads.submit(() -> askIdle(question));
      return answer.get();
    } catch (ExecutionException e) {
      throw new StoreException(Fault.of(e).whileRunning(database), e.getCause());
    } catch (RejectedExecutionException e) {
      throw new StoreException("The store is closed. Start the server again.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Reading from the database was interrupted.", e);
    }
  }

  /** Waits for the questions under way. */
  @Override
  public void close() {
    threads.close();
    idle.forEach(Readers::close);
  }

  private <T> T askIdle(Question<T> question) throws SQLException, InterruptedException {
    // There are as many connections as threads.
    Statements db = idle.take();
    try {
      return question.ask(db);
    } catch (SQLException e) {
      db = replaced(db);
      throw e;
    } finally {
      idle.put(db);
    }
  }

  /** A fresh connection, if one can be had, for one that failed. */
  private Statements replaced(Statements failed) {
    try {
      Statements fresh = Connections.reader(database, LOCK_PATIENCE);
      close(failed);
      return fresh;
    } catch (SQLException e) {
      log.warn("The database {} could not be opened for reading.", database, e);
      return failed;
    }
  }

  private static void close(Statements db) {
    try {
      db.close();
    } catch (SQLException e) {
      log.warn("A reading connection could not be closed.", e);
    }
  }
}
