package chat.parley.server.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether writing works. The committer says so, anybody may ask. */
final class Trouble {
  private static final Logger log = LoggerFactory.getLogger(Trouble.class);

  private final Path database;

  /** Written by the committer only. */
  private volatile @Nullable String sentence;

  /** The committer's thread only. */
  private boolean refusing;

  Trouble(Path database) {
    this.database = database;
  }

  /** One sentence for the operator, while there is trouble. */
  Optional<String> sentence() {
    return Optional.ofNullable(sentence);
  }

  /** Writes are refused after one try, until one succeeds. */
  boolean refusing() {
    return refusing;
  }

  /** Nothing is refused yet, but the wait for somebody else's lock has become long. */
  void waiting() {
    if (sentence == null) {
      sentence = Fault.LOCKED.whileRunning(database);
      log.warn("Writes wait. {}", sentence);
    }
  }

  void refuse(Fault fault, Throwable cause) {
    String now = fault.whileRunning(database);
    if (!refusing || !now.equals(sentence)) {
      log.error("Writes are refused. {}", now, cause);
    }
    sentence = now;
    refusing = true;
  }

  void over() {
    if (sentence != null) {
      log.info("The database {} can be written again.", database);
    }
    sentence = null;
    refusing = false;
  }
}
