package chat.parley.desktop.app;

import chat.parley.client.Journal.Login;
import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file under a {@link Cache}: opened, brought up to date, and replaced when it is damaged.
 *
 * <p>A whole check takes as long as reading the file, so it is made only when there is a reason: a
 * mark beside the file that somebody left who came upon damage.
 *
 * @param writer the one connection that writes
 * @param reader a second one, so that reading never waits for a write to reach the disk
 * @param notice one sentence for the person when something had to be done to the file, or null
 */
record CacheFile(Path path, Connection writer, Connection reader, @Nullable String notice) {
  private static final Logger log = LoggerFactory.getLogger(CacheFile.class);

  /**
   * @throws CacheException when the folder cannot be written or another app has the file
   */
  static CacheFile open(Path file) {
    LoginFile beside = LoginFile.of(file);
    try {
      if (isLost(file, beside)) {
        log.warn(
            "The cache {} is no file with anything in it, and is replaced by a new one.", file);
        return replace(file);
      }
      createPrivately(file);
      CacheFile opened = connect(file, null);
      opened.keepLogin(beside);
      Files.deleteIfExists(mark(file));
      return opened;
    } catch (SQLException e) {
      if (!damaged(e)) {
        throw cannotOpen(file, e);
      }
      log.warn("The cache {} is damaged and is replaced by a new one.", file, e);
      return replace(file);
    } catch (IOException e) {
      throw cannotOpen(file, e);
    }
  }

  /** Somebody was logged in, and now it is empty: not what a first visit finds. */
  private static boolean isLost(Path file, LoginFile beside) throws IOException {
    return Files.isDirectory(file)
        || Files.exists(file) && Files.size(file) == 0 && beside.isThere();
  }

  /** Each of the two places has the log-in when the other one lost it. */
  private void keepLogin(LoginFile beside) throws SQLException {
    Login here = PersonTables.login(reader);
    Login there = beside.read();
    if (here == null && there != null) {
      PersonTables.put(writer, there);
    } else if (here != null && there == null) {
      beside.write(here);
    }
  }

  /**
   * Sets the damaged file aside and takes over who is logged in and what was not sent yet, as far
   * as it is readable.
   */
  private static CacheFile replace(Path file) {
    try {
      Path aside = setAside(file);
      Files.deleteIfExists(mark(file));
      List<Outgoing> saved = readable(aside, OutboxTable::all).orElse(List.of());
      LoginFile beside = LoginFile.of(file);
      Login kept = beside.read();
      Optional<List<Login>> logins =
          kept == null ? readable(aside, CacheFile::logins) : Optional.of(List.of(kept));
      String notice =
          Texts.of(
              logins.isPresent() ? "cache.replaced" : "cache.replaced.stranger",
              saved.size(),
              String.valueOf(aside.getFileName()));
      createPrivately(file);
      CacheFile fresh = connect(file, notice);
      for (Login login : logins.orElse(List.of())) {
        PersonTables.put(fresh.writer, login);
        beside.write(login);
      }
      for (Outgoing message : saved) {
        OutboxTable.put(fresh.writer, message);
      }
      return fresh;
    } catch (SQLException | IOException e) {
      throw cannotOpen(file, e);
    }
  }

  private static CacheFile connect(Path file, @Nullable String notice) throws SQLException {
    Connection writer = connection(file);
    try {
      if (Files.exists(mark(file))) {
        check(writer);
      }
      CacheTables.bringUpToDate(writer);
      Connection reader = connection(file);
      try {
        readThrough(reader);
        return new CacheFile(file, writer, reader, notice);
      } catch (SQLException e) {
        reader.close();
        throw e;
      }
    } catch (SQLException e) {
      writer.close();
      throw e;
    }
  }

  /** What is read when a cache is opened: damage there would keep the person out of the app. */
  private static void readThrough(Connection reader) throws SQLException {
    try {
      PersonTables.login(reader);
      PersonTables.rooms(reader);
      PersonTables.keeps(reader);
      OutboxTable.all(reader);
      ParcelTable.waiting(reader);
      EventTable.cursors(reader);
    } catch (IllegalArgumentException e) {
      throw new SQLException("malformed: " + e.getMessage(), e);
    }
  }

  private static Connection connection(Path file) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000");
  }

  private static void check(Connection writer) throws SQLException {
    try (Statement sql = writer.createStatement();
        var found = sql.executeQuery("PRAGMA quick_check(1)")) {
      if (found.next() && !found.getString(1).equals("ok")) {
        throw new SQLException("database disk image is malformed: " + found.getString(1));
      }
    }
  }

  /** What went wrong shows that the file is damaged: it will be checked when it is opened next. */
  boolean suspect(SQLException e) {
    if (!damaged(e)) {
      return false;
    }
    try {
      Files.writeString(mark(path), String.valueOf(e.getMessage()));
    } catch (IOException notMarked) {
      log.warn("{} is damaged and could not be marked so.", path, notMarked);
    }
    return true;
  }

  private static Path mark(Path file) {
    return file.resolveSibling(file.getFileName() + ".suspect");
  }

  private static boolean damaged(SQLException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("malformed")
        || message.contains("not a database")
        || message.contains("notadb")
        || message.contains("a kept room")
        || message.contains("no such table")
        || message.contains("no such column")
        || message.contains("has no column")
        || message.contains("already exists");
  }

  private static Path setAside(Path file) throws IOException {
    Path aside = null;
    for (int n = 1; aside == null || Files.exists(aside); n++) {
      aside = file.resolveSibling(file.getFileName() + ".damaged-" + n);
    }
    Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    for (String part : List.of("-wal", "-shm")) {
      Path with = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(with)) {
        Files.move(with, aside.resolveSibling(aside.getFileName() + part));
      }
    }
    return aside;
  }

  /** Reads from a connection. */
  private interface Look<T> {
    T into(Connection db) throws SQLException;
  }

  private static <T> Optional<T> readable(Path aside, Look<T> look) {
    if (Files.isDirectory(aside)) {
      return Optional.empty();
    }
    try (Connection old = connection(aside)) {
      return Optional.of(look.into(old));
    } catch (SQLException | IllegalArgumentException e) {
      log.warn("Not everything could be read from {}.", aside, e);
      return Optional.empty();
    }
  }

  /** At most one. */
  private static List<Login> logins(Connection db) throws SQLException {
    Login login = PersonTables.login(db);
    return login == null ? List.of() : List.of(login);
  }

  /** The file holds a token and messages: nobody else on this computer may read it. */
  private static void createPrivately(Path file) throws IOException {
    if (!Files.exists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private static CacheException cannotOpen(Path file, Exception e) {
    return new CacheException(
        Texts.of(
            "cache.folder.unusable",
            String.valueOf(file.getParent()),
            String.valueOf(e.getMessage())),
        e);
  }

  void close() throws SQLException {
    reader.close();
    writer.close();
  }
}
