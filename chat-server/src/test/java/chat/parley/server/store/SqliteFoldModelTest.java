package chat.parley.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The messages as SQLite has them. */
class SqliteFoldModelTest extends FoldModelContract {
  private static Path folder;
  private static SqliteStore store;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("parley-fold");
    store = SqliteStore.open(folder, FoldModelContract::heard, Desk.RULES, InstantSource.system());
  }

  @AfterContainer
  static void close() throws IOException {
    store.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  Store store() {
    return store;
  }
}
