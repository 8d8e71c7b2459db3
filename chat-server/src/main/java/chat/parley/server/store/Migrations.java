package chat.parley.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteDataSource;

/** Brings the tables of a database to what this program knows. */
final class Migrations {
  /** On the class path. */
  static final String PLACE = "db/sqlite";

  /** The last script there. */
  static final String NEWEST = "V13__failed_log_ins_without_names.sql";

  private static final String HISTORY =
      "SELECT name FROM sqlite_schema WHERE name = 'flyway_schema_history'";

  private static final String OURS =
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN"
          + " ('meta', 'rooms', 'events')";

  private static final String APPLIED =
      "SELECT script, checksum, success FROM flyway_schema_history ORDER BY installed_rank";

  private Migrations() {}

  /**
   * A database that lacks what earlier migrations made is refused: it would start as if all was
   * well, and fail at whatever people do.
   */
  static void migrate(Path file) throws SQLException {
    if (!isUpToDate(file)) {
      migrateByFlyway(file);
    }
  }

  /**
   * Whether nothing is to be done and nothing to be said, which is so at nearly every start. Flyway
   * finds out, too, but it takes a tenth of the start.
   */
  static boolean isUpToDate(Path file) throws SQLException {
    try (Statements db = Connections.reader(file, Connections.STARTING_PATIENCE)) {
      if (db.all(HISTORY, row -> row.getString(1)).isEmpty()) {
        return false;
      }
      List<Applied> applied = db.all(APPLIED, Applied::of);
      return !applied.isEmpty()
          && applied.getLast().script().equals(NEWEST)
          && applied.stream().allMatch(Applied::isOurs)
          && Blueprint.of(applied.stream().map(Applied::script).toList()).missing(db).isEmpty();
    }
  }

  /** As Flyway wrote it down. */
  private record Applied(String script, int checksum, boolean succeeded) {
    static Applied of(ResultSet row) throws SQLException {
      return new Applied(
          Objects.requireNonNullElse(row.getString(1), ""), row.getInt(2), row.getBoolean(3));
    }

    /** Flyway's checksum leaves out where lines end, which differs from system to system. */
    boolean isOurs() {
      try {
        var crc = new CRC32();
        Blueprint.read(script).lines().forEach(line -> crc.update(line.getBytes(UTF_8)));
        return succeeded && (int) crc.getValue() == checksum;
      } catch (SQLException e) {
        return false; // of another build
      }
    }
  }

  private static void migrateByFlyway(Path file) throws SQLException {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source(file))
            .locations("classpath:" + PLACE)
            .failOnMissingLocations(true)
            .loggers("slf4j")
            .load();
    try {
      MigrationInfo[] applied = flyway.info().applied();
      refuseNewer(file, applied);
      refuseLacking(file, applied);
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new StoreException(
          "The database "
              + file
              + " was made by a different build of Parley. Start that one, or name another folder"
              + " with --data.",
          e);
    } catch (FlywayException e) {
      throw failed(file, e);
    }
  }

  /** An older program must not touch what it does not understand. */
  private static void refuseNewer(Path file, MigrationInfo[] applied) {
    boolean newer =
        Arrays.stream(applied)
            .map(MigrationInfo::getState)
            .anyMatch(
                state ->
                    state == MigrationState.FUTURE_SUCCESS
                        || state == MigrationState.FUTURE_FAILED);
    if (newer) {
      throw new StoreException(
          "The database "
              + file
              + " was written by a newer Parley. Start that version, or name another folder with"
              + " --data.",
          null);
    }
  }

  private static void refuseLacking(Path file, MigrationInfo[] applied) throws SQLException {
    List<MigrationInfo> known = Arrays.stream(applied).filter(MigrationInfo::isVersioned).toList();
    if (known.isEmpty() && isInUse(file)) {
      throw DatabaseFile.refused(file, "lost the list of its migrations", null);
    }
    if (known.isEmpty() || !known.stream().allMatch(MigrationInfo::isChecksumMatching)) {
      return; // Nothing is in it yet, or a different build made it, which is said of it next.
    }
    Blueprint plan = Blueprint.of(known.stream().map(MigrationInfo::getScript).toList());
    Optional<String> missing;
    try (Statements db = Connections.reader(file, Connections.STARTING_PATIENCE)) {
      missing = plan.missing(db);
    }
    if (missing.isPresent()) {
      throw DatabaseFile.refused(file, "has no " + missing.get() + " any more", null);
    }
  }

  /** Whether there are Parley's tables, whoever made them. */
  private static boolean isInUse(Path file) throws SQLException {
    try (Statements db = Connections.reader(file, Connections.STARTING_PATIENCE)) {
      return db.first(OURS, row -> row.getInt(1)).orElse(0) == 3;
    }
  }

  private static StoreException failed(Path file, FlywayException cause) {
    Fault fault = Fault.of(cause);
    return fault == Fault.UNEXPECTED
        ? new StoreException(
            "The database "
                + file
                + " is not Parley's, or could not be brought up to date. Move it away, or name"
                + " another folder with --data.",
            cause)
        : new StoreException(fault.atStart(file), cause);
  }

  private static SQLiteDataSource source(Path file) {
    var source = new SQLiteDataSource(Connections.config(Connections.STARTING_PATIENCE));
    source.setUrl(Connections.url(file));
    return source;
  }
}
