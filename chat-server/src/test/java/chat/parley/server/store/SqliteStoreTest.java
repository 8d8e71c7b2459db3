package chat.parley.server.store;

import static chat.parley.server.store.Desk.saying;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.protocol.ErrorCode;
import chat.parley.server.store.Desk.Guest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by SQLite. */
class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  Store open(CommitListener listener) {
    return SqliteStore.open(folder, listener, Desk.RULES, InstantSource.system());
  }

  @Test
  void commitsAreSyncedToTheDisk() throws SQLException {
    Path database = folder.resolve("parley.db");
    try (Statements writer = Connections.writer(database, Duration.ofSeconds(1))) {
      assertThat(writer.number("PRAGMA synchronous")).as("FULL").isEqualTo(2);
      assertThat(writer.number("PRAGMA mmap_size")).isZero();
      assertThat(writer.number("PRAGMA foreign_keys")).isEqualTo(1);
      assertThat(writer.first("PRAGMA journal_mode", row -> row.getString(1))).contains("wal");
    }
  }

  @Test
  void privateRoomCannotBeToldFromNone() throws SQLException {
    Path data = folder.resolve("other");
    Guest ann;
    RoomId room;
    try (Store store = SqliteStore.open(data, _ -> {}, Desk.RULES, InstantSource.system())) {
      var desk = new Desk(store);
      ann = desk.guest("Ann");
      room = desk.join(ann, "den").state().room().id();
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("parley.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE rooms SET kind = 'PRIVATE'");
    }
    try (Store store = SqliteStore.open(data, _ -> {}, Desk.RULES, InstantSource.system())) {
      var desk = new Desk(store);
      Guest bob = desk.guest("Bob");

      desk.refused(ErrorCode.NO_SUCH_ROOM, new Write.JoinById(room, bob.user(), 10));
      desk.refused(ErrorCode.NO_SUCH_ROOM, Desk.joining(bob, "den"));
      desk.refused(ErrorCode.NO_SUCH_ROOM, saying(bob, room, "hello"));

      assertThat(store.directory(bob.id())).isEmpty();
      assertThat(store.directory(ann.id())).extracting(RoomListing::joined).containsExactly(true);
      assertThat(desk.join(ann, room).event()).isNull();
      assertThat(desk.say(ann, room, "still mine").seq()).isEqualTo(2);
    }
  }
}
