package chat.parley.desktop.platform;

import java.io.IOException;

/**
 * Shows notes where this system shows those of all programs. Methods may wait for another program
 * and are called by one thread at a time.
 */
public interface Notifications extends AutoCloseable {
  /** What happens to a note later, told on any thread. */
  interface Watcher {
    /** The person wants to see what it is about. Not every system tells. */
    void clicked();
  }

  /**
   * Shows a note.
   *
   * @throws IOException when nobody will see it, with the reason for the log
   */
  void show(Note note, Watcher watcher) throws IOException;

  /** Takes a note back where the system can; harmless when there is none. */
  void withdraw(String tag) throws IOException;

  @Override
  void close();
}
