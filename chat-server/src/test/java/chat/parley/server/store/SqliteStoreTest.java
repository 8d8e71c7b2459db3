package chat.parley.server.store;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by SQLite. */
class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  Store open(CommitListener listener) {
    return SqliteStore.open(folder, listener, InstantSource.system());
  }
}
