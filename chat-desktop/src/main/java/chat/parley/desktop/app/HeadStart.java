package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Reads and loads, on a thread of its own, what every window needs and what needs no window: JavaFX
 * looks for the screen meanwhile. Whoever wants it earlier waits for it as if it had begun itself.
 */
final class HeadStart {
  private HeadStart() {}

  static void begin() {
    Thread.ofPlatform().daemon().name("parley-head-start").start(HeadStart::run);
  }

  private static void run() {
    EmojiCatalog.bundled();
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      // Whoever opens a database next is told, and says so to the person.
      LoggerFactory.getLogger(HeadStart.class).debug("SQLite is not there", e);
    }
  }
}
