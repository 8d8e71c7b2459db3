package chat.parley.desktop.platform;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Linux, by {@code notify-send} of libnotify 0.8 or later. It says the number of the note, waits as
 * long as the note is there, and says when it was clicked; one process for each note. Some services
 * tell of a click only who sent the note, so the sender has to be there still.
 */
final class NotifySend implements Notifications {
  static final String PROGRAM = "notify-send";

  /** Of coreutils: without it the number is told when the note is gone. */
  static final String BY_LINE = "stdbuf";

  /** Notes that are waited for; of more the oldest stay without a way to click them. */
  private static final int MOST = 20;

  private static final int PATIENCE_SECONDS = 5;

  /** A note on the screen. */
  private record Shown(long id, Programs.Running running) {}

  private final Programs programs;
  private final String icon;
  private final Map<String, Shown> shown = new LinkedHashMap<>();

  /**
   * @param icon the name or the file of an icon
   */
  NotifySend(Programs programs, String icon) {
    this.programs = programs;
    this.icon = icon;
  }

  /** Whether the installed one can wait for a click. */
  static boolean usable(Programs programs) {
    try {
      return programs.has(PROGRAM)
          && programs.has(BY_LINE)
          && programs.run(List.of(PROGRAM, "--help")).contains("--action");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void show(Note note, Watcher watcher) throws IOException {
    Shown before = forget(note.tag());
    var said = new Saying(watcher);
    var running = programs.start(command(note, before == null ? 0 : before.id()), said);
    try {
      shown.put(note.tag(), new Shown(said.await(), running));
    } catch (IOException e) {
      running.end();
      throw e;
    }
    if (shown.size() > MOST) {
      forget(shown.keySet().iterator().next());
    }
  }

  private List<String> command(Note note, long replaces) {
    return List.of(
        BY_LINE,
        "-oL",
        PROGRAM,
        "--app-name=Parley",
        "--icon=" + icon,
        "--category=im.received",
        "--print-id",
        "--replace-id=" + replaces,
        "--action=default=Open",
        "--",
        note.title(),
        Markup.plain(note.text()));
  }

  /** Its number is the answer; nobody hears its click any more. */
  private @Nullable Shown forget(String tag) {
    Shown gone = shown.remove(tag);
    if (gone != null) {
      gone.running().end();
    }
    return gone;
  }

  @Override
  public void withdraw(String tag) throws IOException {
    Shown gone = forget(tag);
    if (gone != null && programs.has(Bus.GDBUS)) {
      programs.run(
          Bus.NOTIFICATIONS.call(
              "org.freedesktop.Notifications.CloseNotification", String.valueOf(gone.id())));
    }
  }

  @Override
  public void close() {
    List.copyOf(shown.keySet()).forEach(this::forget);
  }

  /** What one process says: first the note's number, then perhaps "default". */
  private static final class Saying implements Programs.Ear {
    private final Watcher watcher;
    private final CompletableFuture<Long> id = new CompletableFuture<>();
    private volatile String last = "";

    Saying(Watcher watcher) {
      this.watcher = watcher;
    }

    @Override
    public void line(String line) {
      last = line;
      OptionalLong number = number(line);
      if (!id.isDone() && number.isPresent()) {
        id.complete(number.getAsLong());
      } else if (line.strip().equals("default")) {
        watcher.clicked();
      }
    }

    @Override
    public void ended(int code) {
      id.completeExceptionally(new IOException(PROGRAM + " ended with " + code + ": " + last));
    }

    private static OptionalLong number(String line) {
      return Bus.number("(uint32 " + line.strip());
    }

    long await() throws IOException {
      try {
        return id.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException("No note was shown by " + PROGRAM + ".", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Nobody waited for " + PROGRAM + ".", e);
      }
    }
  }
}
