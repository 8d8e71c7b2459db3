package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.AuditEntry;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  @TempDir Path folder;

  @Test
  void whatIsInTheAuditLogIsNeitherChangedNorTakenOut() throws Exception {
    try (Store store = SqliteStore.open(folder, _ -> {}, Desk.RULES, InstantSource.system())) {
      var desk = new Desk(store);
      Desk.Guest ann = desk.guest("ann");
      Desk.Guest ben = desk.guest("ben");
      RoomId room = desk.join(ann, "kitchen").state().room().id();
      desk.join(ben, room);
      desk.done(new Write.By<>(ann.user(), new Ruling.Mute(room, ben.id(), 60)));
      AuditEntry entry = store.overview().audit(new UserId("u_reader"), 0, 10).items().getFirst();
      assertThat(entry.deed()).isEqualTo("mute");
      assertThat(entry.whom()).isEqualTo(ben.user());
      assertThat(entry.room()).isEqualTo(room);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = connection.createStatement()) {
      for (String tampering :
          new String[] {"DELETE FROM audit", "UPDATE audit SET detail = 'nothing'"}) {
        assertThatThrownBy(() -> statement.executeUpdate(tampering))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("the audit log is never");
      }
    }
  }

  private Path database() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
    }
  }
}
