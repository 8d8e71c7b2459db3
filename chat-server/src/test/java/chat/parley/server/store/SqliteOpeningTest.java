package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.parley.model.RoomId;
import chat.parley.server.store.Desk.Guest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting on folders and files that are not as they should be. */
class SqliteOpeningTest {
  @TempDir Path temp;

  private SqliteStore open() {
    return open(temp);
  }

  private static SqliteStore open(Path folder) {
    return SqliteStore.open(folder, _ -> {}, Desk.RULES, InstantSource.system());
  }

  private Path database() {
    return temp.resolve("parley.db");
  }

  /** Opening says this in one sentence or two, and names the place. */
  private static void checkRefused(Path folder, String... parts) {
    assertThatThrownBy(() -> open(folder).close())
        .isInstanceOf(StoreException.class)
        .message()
        .contains(parts)
        .contains(folder.toString())
        .endsWith(".")
        .doesNotContain("Exception", "\n");
  }

  private void checkRefusedUntouched(String... parts) throws IOException {
    byte[] before = Files.readAllBytes(database());
    checkRefused(temp, parts);
    assertThat(Files.readAllBytes(database())).isEqualTo(before);
  }

  @Test
  void folderAndFilesAreTheOwnersOnly() throws IOException {
    assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path folder = temp.resolve("deep/data");
    try (SqliteStore store = open(folder)) {
      new Desk(store).guest("Ann");
      assertThat(rights(folder)).isEqualTo("rwx------");
      for (String file : new String[] {"parley.db", "parley.db-wal", "parley.lock"}) {
        assertThat(rights(folder.resolve(file))).as(file).isEqualTo("rw-------");
      }
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void closingLeavesOneFileWithEverything() throws IOException {
    try (SqliteStore store = open()) {
      new Desk(store).guest("Ann");
    }
    assertThat(Files.exists(temp.resolve("parley.db-wal"))).isFalse();
    assertThat(Files.exists(temp.resolve("parley.db.new"))).isFalse();
  }

  @Test
  void newStoresHaveDifferentEpochs() {
    try (SqliteStore one = open(temp.resolve("one"));
        SqliteStore two = open(temp.resolve("two"))) {
      assertThat(one.epoch()).isNotEqualTo(two.epoch());
    }
  }

  @Test
  void secondStoreOnTheFolderIsRefused() {
    try (SqliteStore store = open()) {
      checkRefused(temp, "Another Parley server uses");
      checkRefused(temp, "Another Parley server uses");
      new Desk(store).guest("Ann");
    }
    open().close();
  }

  @Test
  void folderUsedByAnotherProcessIsRefused() throws Exception {
    open().close();
    Path lock = temp.resolve("parley.lock");
    Process other = Jvm.start(LockHolder.class, lock.toString());
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      checkRefused(temp, "Another Parley server uses");
    } finally {
      other.destroyForcibly();
      assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    open().close();
  }

  /** Holds the lock until it is killed. */
  static final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws IOException {
      try (var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        System.out.println("locked");
        System.in.read();
      }
    }
  }

  @Test
  void fileInTheFoldersPlaceIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("data"), "a letter");
    checkRefused(file, "is a file", "--data");
    assertThat(file).hasContent("a letter");
  }

  @ParameterizedTest
  @CsvSource({"nowhere, ''", "data, ''", "nowhere, below", "data, below"})
  void folderBehindALinkThatLeadsNowhereIsRefused(String target, String below) throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("data"), Path.of(target));
    checkRefused(link.resolve(below), "the link " + link + " leads nowhere", "--data");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void folderInsideAFileIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("letter"), "a letter");
    checkRefused(file.resolve("data"), "cannot write", "--data");
  }

  @Test
  void folderThatCannotBeWrittenIsRefused() throws IOException {
    // Holds for root too, whom no permission stops.
    Files.createDirectory(temp.resolve("parley.lock"));
    checkRefused(temp, "cannot write", "parley.lock: ", "--data");
  }

  @Test
  void fileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(database(), "Dear Ann, this is a letter and no database. ".repeat(100));
    checkRefusedUntouched("is damaged, or is not a database", "backup");
    Files.writeString(database(), "short");
    checkRefusedUntouched("is damaged, or is not a database", "backup");
  }

  @Test
  void folderInPlaceOfTheDatabaseIsRefused() throws IOException {
    Files.createDirectory(database());
    checkRefused(temp, "parley.db is a folder", "move it away");
    assertThat(database()).isEmptyDirectory();
  }

  @Test
  void emptyFileIsRefusedAndNotFilled() throws IOException {
    Files.createFile(database());
    checkRefusedUntouched("is empty", "backup");
  }

  @Test
  void truncatedDatabaseIsRefused() throws IOException {
    fill();
    try (FileChannel file = FileChannel.open(database(), StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }
    checkRefusedUntouched("is damaged", "backup");
  }

  @Test
  void databaseWithAPageOverwrittenIsRefused() throws IOException {
    fill();
    try (FileChannel file = FileChannel.open(database(), StandardOpenOption.WRITE)) {
      for (long at = 4096; at < file.size(); at += 3 * 4096) {
        file.write(ByteBuffer.allocate(4096), at);
      }
    }
    checkRefusedUntouched("is damaged", "backup");
  }

  @Test
  void missingDatabaseBesideItsLogIsRefused() throws IOException {
    Files.writeString(temp.resolve("parley.db-wal"), "what was written last");
    checkRefused(temp, "is missing", "Put the database back");
    assertThat(database()).doesNotExist();
  }

  @Test
  void databaseOfAnotherProgramIsRefused() throws Exception {
    sql("CREATE TABLE recipes (name TEXT)");
    checkRefusedUntouched("is not Parley's", "--data");
  }

  @Test
  void databaseOfANewerParleyIsRefused() throws Exception {
    open().close();
    sql(
        "INSERT INTO flyway_schema_history SELECT 99, '99', 'from the future', 'SQL',"
            + " 'V99__from_the_future.sql', 1, installed_by, installed_on, 1, 1"
            + " FROM flyway_schema_history WHERE installed_rank = 1");
    checkRefusedUntouched("newer Parley", "--data");
  }

  @Test
  void databaseOfADifferentBuildIsRefused() throws Exception {
    open().close();
    sql("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
    checkRefusedUntouched("different build", "--data");
  }

  @ParameterizedTest
  @CsvSource({
    "DROP TABLE events, has no table events any more",
    "DROP TABLE words, has no table words any more",
    "DROP TABLE settings, has no table settings any more",
    "ALTER TABLE rooms DROP COLUMN topic, has no column topic in its table rooms any more",
    "ALTER TABLE restraints DROP COLUMN reader, has no column reader in its table restraints",
    "DROP INDEX events_by_nonce, has no index events_by_nonce any more",
    "DROP TRIGGER audit_is_not_changed, has no trigger audit_is_not_changed any more",
    "DROP TABLE flyway_schema_history, lost the list of its migrations",
    "DELETE FROM flyway_schema_history, lost the list of its migrations",
    "DELETE FROM meta WHERE name = 'epoch', lost its epoch",
    "UPDATE meta SET value = ' ' WHERE name = 'epoch', lost its epoch",
  })
  void databaseThatLacksWhatParleyNeedsIsRefused(String harm, String sentence) throws Exception {
    fill();
    sql(harm);
    checkRefusedUntouched(sentence, "backup");
  }

  @Test
  void databaseWithMoreThanParleyNeedsIsOpened() throws Exception {
    open().close();
    sql("CREATE TABLE notes (text TEXT)");
    sql("ALTER TABLE rooms ADD COLUMN colour TEXT");
    sql("CREATE INDEX rooms_by_name ON rooms (name)");
    open().close();
  }

  @Test
  void databaseThatMayNotBeReadIsRefusedAndOpensOnceItMay() throws IOException {
    fill();
    allow("---------", "parley.db");
    assumeThat(Files.isReadable(database())).as("root reads everything").isFalse();
    checkRefused(temp, "parley.db may not be read. Let the user", "then start Parley again");
    allow("rw-------", "parley.db");
    open().close();
  }

  @Test
  void databaseThatMayNotBeWrittenIsRefusedAndOpensOnceItMay() throws IOException {
    fill();
    allow("r--r--r--", "parley.db");
    assumeThat(Files.isWritable(database())).as("root writes everything").isFalse();
    checkRefused(temp, "parley.db may not be written. Let the user", "then start Parley again");
    assertThat(temp.resolve("parley.db-shm")).as("it would not be written either").doesNotExist();
    allow("rw-------", "parley.db");
    open().close();
  }

  @Test
  void filesBesideTheDatabaseThatMayNotBeWrittenAreNamedToo() throws IOException {
    fill();
    Files.createFile(temp.resolve("parley.db-wal"));
    Files.createFile(temp.resolve("parley.db-shm"));
    allow("r--r--r--", "parley.db", "parley.db-wal", "parley.db-shm");
    assumeThat(Files.isWritable(database())).as("root writes everything").isFalse();
    checkRefused(temp, "parley.db, parley.db-wal and parley.db-shm may not be written");
    allow("rw-------", "parley.db", "parley.db-wal");
    checkRefused(temp, "parley.db-shm may not be written");
    allow("rw-------", "parley.db-shm");
    open().close();
  }

  @Test
  void folderInWhichNothingNewCanBeMadeIsRefused() throws IOException {
    fill();
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(temp)).as("root writes everywhere").isFalse();
      checkRefused(temp, "cannot write in the data folder", "no permission", "--data");
    } finally {
      Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx------"));
    }
    open().close();
  }

  private void allow(String rights, String... files) throws IOException {
    assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("posix");
    for (String file : files) {
      Files.setPosixFilePermissions(temp.resolve(file), PosixFilePermissions.fromString(rights));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"parley.db", "elsewhere/parley.db"})
  void linkThatLeadsNowhereIsRefusedAndStays(String target) throws IOException {
    // To itself, or to a disk that is not there just now.
    Files.createSymbolicLink(database(), Path.of(target));
    checkRefused(temp, "parley.db is a link to something that is not there", "remove the link");
    assertThat(database()).isSymbolicLink();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parley.db-wal", "parley.db-shm"})
  void folderInPlaceOfAFileBesideTheDatabaseIsRefused(String name) throws IOException {
    fill();
    Files.createDirectory(temp.resolve(name));
    checkRefused(temp, name + " is a folder", "Move it away");
    Files.delete(temp.resolve(name));
    open().close();
  }

  @Test
  void databaseLockedByAnotherProgramIsRefused() throws Exception {
    open().close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      checkRefused(temp, "keeps the database", "locked");
    }
    open().close();
  }

  @Test
  void leftoverOfAnInterruptedFirstStartIsReplaced() throws IOException {
    Files.writeString(temp.resolve("parley.db.new"), "half");
    try (SqliteStore store = open()) {
      new Desk(store).guest("Ann");
    }
    assertThat(temp.resolve("parley.db.new")).doesNotExist();
  }

  private void fill() {
    try (SqliteStore store = open()) {
      var desk = new Desk(store);
      Guest ann = desk.guest("Ann");
      RoomId room = desk.join(ann, "tea").state().room().id();
      for (int i = 0; i < 200; i++) {
        desk.submit(Desk.saying(ann, room, "line " + i + " " + "x".repeat(200)));
      }
      desk.settle();
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        var run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
  }
}
