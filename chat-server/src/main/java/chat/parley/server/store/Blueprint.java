package chat.parley.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a database has after some migrations: its tables, their columns, indexes and triggers. Made
 * by running them in memory, so that there is no second list of it. Looking costs a few
 * milliseconds, however large the database is.
 */
final class Blueprint {
  private static final String THINGS =
      "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'";

  private static final String COLUMNS =
      "SELECT 'column ' || c.name || ' in its table ' || t.name"
          + " FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'";

  private final Set<String> things;
  private final Set<String> columns;

  private Blueprint(Set<String> things, Set<String> columns) {
    this.things = things;
    this.columns = columns;
  }

  /**
   * @param scripts names of migrations of this program, in the order in which they ran
   */
  static Blueprint of(List<String> scripts) throws SQLException {
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement sql = memory.createStatement()) {
      for (String script : scripts) {
        sql.executeUpdate(read(script));
      }
      // Its connection is closed with the memory.
      var db = new Statements(memory);
      return new Blueprint(these(db, THINGS), these(db, COLUMNS));
    }
  }

  /** The first thing that a database lacks, such as "table events"; what it has more is its own. */
  Optional<String> missing(Statements db) throws SQLException {
    Optional<String> thing = firstOf(things, these(db, THINGS));
    // Of a table for searching there are columns only while all of its parts are there.
    return thing.isPresent() ? thing : firstOf(columns, these(db, COLUMNS));
  }

  private static Optional<String> firstOf(Set<String> wanted, Set<String> there) {
    return wanted.stream().filter(one -> !there.contains(one)).findFirst();
  }

  private static Set<String> these(Statements db, String query) throws SQLException {
    return new LinkedHashSet<>(db.all(query, row -> row.getString(1)));
  }

  /** The text of a migration of this program. */
  static String read(String script) throws SQLException {
    String name = "/" + Migrations.PLACE + "/" + script;
    try (InputStream in = Blueprint.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new SQLException("There is no " + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SQLException(name + " could not be read.", e);
    }
  }
}
