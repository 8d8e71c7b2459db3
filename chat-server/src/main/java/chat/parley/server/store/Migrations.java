package chat.parley.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  private Migrations() {}

  /**
   * A database that lacks what earlier migrations made is refused: it would start as if all was
   * well, and fail at whatever people do.
   */
  static void migrate(Path file) throws SQLException {
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
