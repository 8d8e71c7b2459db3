package chat.parley.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database file to where it can be worked with. A file that is not right is refused and
 * left as it is: starting empty in its place would look like everything was lost.
 */
final class DatabaseFile {
  private final Path file;

  DatabaseFile(Path file) {
    this.file = file;
  }

  /**
   * Checks the file, or makes it when there is none, and brings its tables up to date.
   *
   * @throws StoreException with what to do about it
   */
  void prepare(RandomGenerator random) {
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        new FileRights(file).check();
        check();
        Migrations.migrate(file);
        recover();
      } else {
        create(random);
      }
      renewIfRestored(random);
    } catch (SQLException e) {
      throw new StoreException(Fault.of(e).atStart(file), e);
    } catch (IOException e) {
      throw StoreFolder.notWritable(folder(), e);
    }
  }

  /** Only after {@link #prepare}. */
  String epoch() throws SQLException {
    try (Statements db = Connections.reader(file, Connections.STARTING_PATIENCE)) {
      return db.first("SELECT value FROM meta WHERE name = 'epoch'", row -> row.getString(1))
          .filter(epoch -> !epoch.isBlank())
          .orElseThrow(() -> refused("lost its epoch", null));
    }
  }

  private void check() throws IOException, SQLException {
    if (!Files.isRegularFile(file)) {
      throw refused("is no file", null);
    }
    if (Files.size(file) == 0) {
      throw refused("is empty, as if it was cut off", null);
    }
    String verdict;
    try (Statements db = Connections.reader(file, Connections.STARTING_PATIENCE)) {
      verdict = db.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("no answer");
    } catch (SQLException e) {
      if (Fault.of(e) == Fault.DAMAGED) {
        throw refused("is damaged, or is not a database", e);
      }
      throw e;
    }
    if (!"ok".equals(verdict)) {
      throw refused("is damaged", new SQLException(verdict));
    }
  }

  /** Made under another name first, so that a crash never leaves half a database behind. */
  private void create(RandomGenerator random) throws IOException, SQLException {
    Path log = sibling("-wal");
    if (Files.exists(log)) {
      throw new StoreException(
          "The database "
              + file
              + " is missing, but its log "
              + log.getFileName()
              + " is there. Put the database back, or move the log away to start empty.",
          null);
    }
    Path fresh = sibling(".new");
    for (String part : List.of(".new", ".new-journal", ".new-wal", ".new-shm")) {
      Files.deleteIfExists(sibling(part));
    }
    Files.createFile(fresh, StoreFolder.ownerOnly(fresh, "rw-------"));
    Migrations.migrate(fresh);
    try (Statements db = Connections.writer(fresh, Connections.STARTING_PATIENCE)) {
      db.update("INSERT INTO meta (name, value) VALUES ('epoch', ?)", freshEpoch(random));
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  /** Copies what a server that was stopped hard left in the log into the database. */
  private void recover() throws SQLException {
    try (Statements db = Connections.writer(file, Connections.STARTING_PATIENCE)) {
      db.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getLong(1));
    }
  }

  /**
   * Who put a backup back says so by an empty file beside it: what clients know of later than that
   * is of another history then.
   */
  private void renewIfRestored(RandomGenerator random) throws IOException, SQLException {
    Path said = folder().resolve(SqliteStore.RESTORED);
    if (Files.exists(said)) {
      try (Statements db = Connections.writer(file, Connections.STARTING_PATIENCE)) {
        db.update("UPDATE meta SET value = ? WHERE name = 'epoch'", freshEpoch(random));
      }
      Files.delete(said);
    }
  }

  private static String freshEpoch(RandomGenerator random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void syncFolder() throws IOException {
    // Windows has no such thing as opening a folder; its file names are written at once.
    if (folder().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private StoreException refused(String what, @Nullable Throwable cause) {
    return refused(file, what, cause);
  }

  /**
   * @param what is wrong with the file, such as "is empty"
   */
  static StoreException refused(Path file, String what, @Nullable Throwable cause) {
    return new StoreException(
        "The database "
            + file
            + " "
            + what
            + ". Nothing was changed: put a backup in its place, or move it away to start empty.",
        cause);
  }

  private Path folder() {
    return file.resolveSibling("");
  }

  private Path sibling(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
