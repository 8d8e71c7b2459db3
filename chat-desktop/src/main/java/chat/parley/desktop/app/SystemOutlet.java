package chat.parley.desktop.app;

import chat.parley.desktop.platform.Chime;
import chat.parley.desktop.platform.Note;
import chat.parley.desktop.platform.Notifications;
import chat.parley.desktop.viewmodel.alerts.AlertOutlet;
import chat.parley.desktop.viewmodel.alerts.Notice;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.model.RoomId;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows notices by the system and plays the sound, each on a thread that may wait. */
final class SystemOutlet implements AlertOutlet, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SystemOutlet.class);

  private final Notifications notifications;
  private final Chime chime;
  private final FxThread fx;
  private final ExecutorService shows = thread("parley-notify");
  private final ExecutorService plays = thread("parley-sound");

  /** Rooms of which something is shown; nobody asks the system about others. FX thread. */
  private final Set<RoomId> shown = new HashSet<>();

  private final AtomicBoolean toldOfNotices = new AtomicBoolean();
  private final AtomicBoolean toldOfSound = new AtomicBoolean();
  private final AtomicBoolean playing = new AtomicBoolean();

  SystemOutlet(Notifications notifications, Chime chime, FxThread fx) {
    this.notifications = notifications;
    this.chime = chime;
    this.fx = fx;
  }

  @Override
  public void show(Notice notice, Fate fate) {
    shown.add(notice.room());
    execute(
        shows,
        () -> {
          try {
            var note = new Note(notice.room().value(), notice.title(), notice.text());
            notifications.show(note, () -> fx.run(notice.open()));
            fx.run(fate::shown);
          } catch (IOException e) {
            once(toldOfNotices, "No system notification could be shown; they go to the window.", e);
            fx.run(fate::failed);
          }
        });
  }

  @Override
  public void withdraw(RoomId room) {
    if (shown.remove(room)) {
      execute(
          shows,
          () -> {
            try {
              notifications.withdraw(room.value());
            } catch (IOException e) {
              once(toldOfNotices, "A system notification could not be taken back.", e);
            }
          });
    }
  }

  /** One at a time: a second one while it sounds is the same sound. */
  @Override
  public void chime() {
    if (!playing.compareAndSet(false, true)) {
      return;
    }
    execute(
        plays,
        () -> {
          try {
            chime.play();
          } catch (IOException e) {
            once(toldOfSound, "The notification sound could not be played.", e);
          } finally {
            playing.set(false);
          }
        });
  }

  /** What always fails is said once; the log is for reading. */
  private static void once(AtomicBoolean told, String sentence, IOException e) {
    if (told.compareAndSet(false, true)) {
      log.warn(sentence, e);
    }
  }

  private static void execute(ExecutorService thread, Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      log.debug("The app is closing; nothing is told any more.");
    }
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  @Override
  public void close() {
    shows.shutdownNow();
    plays.shutdownNow();
  }
}
