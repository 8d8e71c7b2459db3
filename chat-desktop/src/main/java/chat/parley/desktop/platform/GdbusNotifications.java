package chat.parley.desktop.platform;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Linux without a {@code notify-send} that waits: a call of {@code gdbus} for each note, and one
 * process that listens for clicks, which most services tell to everybody.
 */
final class GdbusNotifications implements Notifications {
  private static final String INTERFACE = "org.freedesktop.Notifications.";
  private static final Pattern CLICK =
      Pattern.compile("ActionInvoked \\(uint32 (\\d+), 'default'\\)");

  private final Programs programs;
  private final String icon;
  private final Map<String, Long> ids = new ConcurrentHashMap<>();
  private final Map<Long, Watcher> watchers = new ConcurrentHashMap<>();
  private Programs.@Nullable Running monitor;

  GdbusNotifications(Programs programs, String icon) {
    this.programs = programs;
    this.icon = icon;
  }

  @Override
  public void show(Note note, Watcher watcher) throws IOException {
    if (monitor == null) {
      monitor = programs.start(Bus.NOTIFICATIONS.monitor(), new Clicks());
    }
    Long before = ids.remove(note.tag());
    String answer =
        programs.run(
            Bus.NOTIFICATIONS.call(
                INTERFACE + "Notify",
                Bus.text("Parley"),
                String.valueOf(before == null ? 0 : before),
                Bus.text(icon),
                Bus.text(note.title()),
                Bus.text(Markup.plain(note.text())),
                "['default', 'Open']",
                "{'category': <'im.received'>}",
                "-1"));
    OptionalLong id = Bus.number(answer);
    if (id.isEmpty()) {
      throw new IOException("The notification service gave no number: " + answer.strip());
    }
    if (before != null) {
      watchers.remove(before);
    }
    ids.put(note.tag(), id.getAsLong());
    watchers.put(id.getAsLong(), watcher);
  }

  @Override
  public void withdraw(String tag) throws IOException {
    Long id = ids.remove(tag);
    if (id != null) {
      watchers.remove(id);
      programs.run(Bus.NOTIFICATIONS.call(INTERFACE + "CloseNotification", id.toString()));
    }
  }

  @Override
  public void close() {
    if (monitor != null) {
      monitor.end();
    }
  }

  /** What the service tells everybody; of other programs' notes there is no watcher. */
  private final class Clicks implements Programs.Ear {
    @Override
    public void line(String line) {
      Matcher click = CLICK.matcher(line);
      if (click.find()) {
        Watcher watcher = watchers.remove(Long.parseLong(click.group(1)));
        if (watcher != null) {
          watcher.clicked();
        }
      }
    }

    @Override
    public void ended(int code) {}
  }
}
