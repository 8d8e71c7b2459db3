package chat.parley.desktop.platform;

import java.io.IOException;

/** A system that shows none. */
record NoNotifications(String why) implements Notifications {
  @Override
  public void show(Note note, Watcher watcher) throws IOException {
    throw new IOException(why);
  }

  @Override
  public void withdraw(String tag) {}

  @Override
  public void close() {}
}
