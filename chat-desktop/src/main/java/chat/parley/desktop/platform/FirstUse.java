package chat.parley.desktop.platform;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out how notes are shown here when the first one is to be shown. */
final class FirstUse implements Notifications {
  private final Supplier<Notifications> find;

  /** Guarded by this. */
  private @Nullable Notifications found;

  FirstUse(Supplier<Notifications> find) {
    this.find = find;
  }

  @Override
  public void show(Note note, Watcher watcher) throws IOException {
    found().show(note, watcher);
  }

  @Override
  public void withdraw(String tag) throws IOException {
    found().withdraw(tag);
  }

  private synchronized Notifications found() {
    if (found == null) {
      found = find.get();
    }
    return found;
  }

  @Override
  public synchronized void close() {
    if (found != null) {
      found.close();
    }
  }
}
