package chat.parley.server.store;

import static chat.parley.server.store.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.store.Desk.Guest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long part of a checkpoint, beside the committer. */
class LogCopierTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void theLogIsCopiedWhileSomebodyElseIsInTheMiddleOfAWrite() throws Exception {
    Path database = database();
    var copier = new LogCopier(database);
    copier.start();
    try (Statements writer = Connections.writer(database, PATIENCE)) {
      fill(writer);
      long before = database.toFile().length();
      writer.update("BEGIN IMMEDIATE");
      writer.update("INSERT INTO meta (name, value) VALUES ('open', 'x')");

      copier.want();
      eventually("the copy is made", copier::takeCopied);

      assertThat(database.toFile().length()).isGreaterThan(before + (1 << 20));
      assertThat(copier.takeCopied()).isFalse();
      writer.update("COMMIT");
      assertThat(rest(writer)).isLessThan(10);
      // All is copied: the log starts anew with the next commit.
      writer.update("DELETE FROM meta WHERE name = 'open'");
      assertThat(pages(writer)).isLessThan(10);
    } finally {
      copier.stop();
    }
  }

  @Test
  void stoppingEndsItWhetherItWasEverNeededOrNot() throws Exception {
    var copier = new LogCopier(database());
    copier.start();
    copier.stop();
    new LogCopier(database()).stop();
    assertThat(copier.takeCopied()).isFalse();
  }

  @Test
  void aDatabaseThatIsGoneIsNoReasonToStop() throws Exception {
    var copier = new LogCopier(folder.resolve("nowhere.db"));
    copier.start();
    copier.want();
    eventually("it gave up for now", copier::takeCopied);
    copier.want();
    eventually("it tried again", copier::takeCopied);
    copier.stop();
  }

  private Path database() {
    try (SqliteStore store =
        SqliteStore.open(folder, _ -> {}, Desk.RULES, InstantSource.system())) {
      Guest ann = Desk.stranger("Ann");
      assertThat(store.roomsOf(ann.id())).isEmpty();
    }
    return folder.resolve("parley.db");
  }

  private static void fill(Statements writer) throws SQLException {
    for (int i = 0; i < 100; i++) {
      writer.update(
          "INSERT INTO meta (name, value) VALUES (?, ?)", "fill " + i, "x".repeat(20_000));
    }
  }

  /** How many pages of the log a checkpoint would still have to copy. */
  private static long rest(Statements writer) throws SQLException {
    return writer
        .first("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getLong(2) - row.getLong(3))
        .orElseThrow();
  }

  private static long pages(Statements writer) throws SQLException {
    return writer.first("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getLong(2)).orElseThrow();
  }
}
