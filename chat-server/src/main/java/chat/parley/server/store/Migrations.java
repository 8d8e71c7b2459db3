package chat.parley.server.store;

import java.nio.file.Path;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteDataSource;

/** Brings the tables of a database to what this program knows. */
final class Migrations {
  private Migrations() {}

  static void migrate(Path file) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source(file))
            .locations("classpath:db/sqlite")
            .failOnMissingLocations(true)
            .loggers("slf4j")
            .load();
    try {
      refuseNewer(file, flyway);
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
  private static void refuseNewer(Path file, Flyway flyway) {
    boolean newer =
        Arrays.stream(flyway.info().applied())
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
