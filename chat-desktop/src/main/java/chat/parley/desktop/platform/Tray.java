package chat.parley.desktop.platform;

import java.io.IOException;
import java.util.List;

/**
 * An icon where this system keeps those of programs that run out of sight. Methods return at once
 * and may be called on any thread; actions run on a thread of the tray's own.
 */
public interface Tray extends AutoCloseable {
  /** What the icon offers. The first entry is also what a click on the icon does. */
  record Menu(String tooltip, List<Entry> entries) {
    public Menu {
      entries = List.copyOf(entries);
    }
  }

  /** A line of the menu. */
  sealed interface Entry {}

  record Action(String label, Runnable action) implements Entry {}

  /** One of several, of which one holds. */
  record Option(String label, boolean holds, Runnable action) implements Entry {}

  record Line() implements Entry {}

  /**
   * Puts the icon there, or changes it.
   *
   * @param present told whether the system has a place for it
   */
  void show(Pixels icon, Menu menu, Present present);

  /** Hears whether there is a tray, on a thread of the tray's own. */
  interface Present {
    void found(boolean there);
  }

  /**
   * Shows a note at the icon.
   *
   * @throws IOException when there is no icon
   */
  void balloon(Note note, Runnable clicked) throws IOException;

  /** Takes the icon away. */
  @Override
  void close();

  /** A system without one. */
  Tray NONE =
      new Tray() {
        @Override
        public void show(Pixels icon, Menu menu, Present present) {
          present.found(false);
        }

        @Override
        public void balloon(Note note, Runnable clicked) throws IOException {
          throw new IOException("This system has no tray.");
        }

        @Override
        public void close() {}
      };
}
