package chat.parley.desktop.platform;

import java.io.IOException;

/** Windows: a balloon at the tray icon. One at a time; it cannot be taken back. */
record BalloonNotifications(Tray tray) implements Notifications {
  @Override
  public void show(Note note, Watcher watcher) throws IOException {
    tray.balloon(note, watcher::clicked);
  }

  @Override
  public void withdraw(String tag) {}

  @Override
  public void close() {}
}
