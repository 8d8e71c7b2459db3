package chat.parley.desktop.platform;

import java.io.IOException;
import java.util.List;

/** macOS. A script can show a note, but neither hear its click nor take it back. */
record AppleScriptNotifications(Programs programs) implements Notifications {
  static final String PROGRAM = "osascript";

  @Override
  public void show(Note note, Watcher watcher) throws IOException {
    programs.run(command(note));
  }

  /** The words are arguments of the script, not part of it. */
  static List<String> command(Note note) {
    return List.of(
        PROGRAM,
        "-e",
        "on run argv",
        "-e",
        "display notification (item 2 of argv) with title (item 1 of argv)",
        "-e",
        "end run",
        "--",
        note.title(),
        note.text());
  }

  @Override
  public void withdraw(String tag) {}

  @Override
  public void close() {}
}
