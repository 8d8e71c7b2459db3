package chat.parley.desktop.app;

import chat.parley.desktop.platform.Audio;
import chat.parley.desktop.platform.Autostart;
import chat.parley.desktop.platform.Chime;
import chat.parley.desktop.platform.DockBadge;
import chat.parley.desktop.platform.Facilities;
import chat.parley.desktop.platform.IdleClock;
import chat.parley.desktop.platform.Note;
import chat.parley.desktop.platform.Notifications;
import chat.parley.desktop.platform.Pixels;
import chat.parley.desktop.platform.SecretStore;
import chat.parley.desktop.platform.Tray;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A computer that has everything, and writes down what it was asked to show. */
final class FakeComputer implements Notifications, Tray {
  final List<String> notes = new CopyOnWriteArrayList<>();
  final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  final List<String> withdrawn = new CopyOnWriteArrayList<>();
  final AtomicInteger chimes = new AtomicInteger();
  volatile boolean broken;
  volatile String dock = "";
  volatile Menu menu;

  /** For how long nobody has touched it; null for a computer that does not say. */
  volatile Duration idle;

  Audio audio = Audio.NONE;

  Facilities facilities() {
    return facilities(Optional.empty());
  }

  Facilities facilities(Optional<Autostart> autostart) {
    Chime chime = chimes::incrementAndGet;
    DockBadge badge = text -> dock = text;
    IdleClock clock = () -> Optional.ofNullable(idle);
    return new Facilities(
        this, this, badge, chime, clock, SecretStore.NONE, audio, autostart, Optional.empty());
  }

  @Override
  public void show(Note note, Watcher watcher) throws IOException {
    if (broken) {
      throw new IOException("The notification service is not there.");
    }
    watchers.add(watcher);
    notes.add(note.title() + ": " + note.text());
  }

  @Override
  public void withdraw(String tag) {
    withdrawn.add(tag);
  }

  @Override
  public void show(Pixels icon, Menu now, Present present) {
    menu = now;
    present.found(true);
  }

  @Override
  public void balloon(Note note, Runnable clicked) {}

  /** Chooses that entry of the tray's menu. */
  void choose(String label) {
    for (Entry entry : menu.entries()) {
      switch (entry) {
        case Action action when action.label().equals(label) -> action.action().run();
        case Option option when option.label().equals(label) -> option.action().run();
        case Action _, Option _, Line _ -> {}
      }
    }
  }

  @Override
  public void close() {}
}
