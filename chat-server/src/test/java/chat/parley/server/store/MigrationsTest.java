package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a start may do without Flyway. */
class MigrationsTest {
  @TempDir private Path temp;
  private Path file;

  @BeforeEach
  void makeDatabase() throws Exception {
    file = Files.createFile(temp.resolve("parley.db"));
    assertThat(Migrations.isUpToDate(file)).as("with nothing in it").isFalse();
    Migrations.migrate(file);
  }

  @Test
  void aDatabaseThatHasAllMigrationsNeedsNone() throws SQLException {
    assertThat(Migrations.isUpToDate(file)).isTrue();
  }

  @Test
  void theNewestScriptIsTheLastOneThere() throws Exception {
    assertThat(scripts().getLast()).isEqualTo(Migrations.NEWEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM flyway_schema_history WHERE installed_rank = (SELECT max(installed_rank) FROM"
            + " flyway_schema_history)",
        "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE installed_rank = 3",
        "UPDATE flyway_schema_history SET success = 0 WHERE installed_rank = 3",
        "UPDATE flyway_schema_history SET script = 'V3__of_another_build.sql' WHERE installed_rank"
            + " = 3",
        "INSERT INTO flyway_schema_history (installed_rank, description, type, script,"
            + " installed_by, execution_time, success) VALUES (1000, 'x', 'SQL', 'V999__x.sql', '',"
            + " 0, 1)",
        "DELETE FROM flyway_schema_history",
        "DROP TABLE events"
      })
  void anythingElseIsLeftToFlyway(String difference) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.createStatement().executeUpdate(difference);
    }
    assertThat(Migrations.isUpToDate(file)).isFalse();
  }

  private static List<String> scripts() throws Exception {
    try (Stream<Path> all = Files.list(folder())) {
      return all.map(script -> script.getFileName().toString())
          .sorted(Comparator.comparingInt(MigrationsTest::version))
          .toList();
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Migrations.class.getResource("/" + Migrations.PLACE).toURI());
  }

  private static int version(String script) {
    return Integer.parseInt(script.substring(1, script.indexOf("__")));
  }
}
