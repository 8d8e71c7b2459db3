package chat.parley.desktop.viewmodel.alerts;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.alerts.Gathering.Tally;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import java.util.List;
import java.util.regex.Pattern;

/** Title and text of a notice. */
record AlertWords(String title, String text) {
  /** Characters; systems cut off what is longer, each in its own way. */
  static final int LONGEST = 180;

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  /** Characters that turn the direction of all that follows, also outside of the message. */
  private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

  /**
   * @param tallies at least one
   */
  static AlertWords of(List<Tally> tallies, boolean hideContent) {
    Tally newest = tallies.getLast();
    if (tallies.size() > 1) {
      int messages = tallies.stream().mapToInt(Tally::count).sum();
      return new AlertWords(
          Texts.of("app.title"), Texts.of("alert.many.rooms", messages, tallies.size()));
    }
    Room room = newest.newest().room();
    if (newest.count() > 1) {
      return hideContent
          ? new AlertWords(Texts.of("app.title"), inRoom("alert.many.hidden", room, newest.count()))
          : new AlertWords(title(room), Texts.of("alert.many", newest.count()));
    }
    return hideContent
        ? new AlertWords(Texts.of("app.title"), inRoom("alert.one.hidden", room, 1))
        : one(newest.newest());
  }

  private static AlertWords one(Alert alert) {
    String author = alert.message().name();
    boolean direct = alert.room().kind() == RoomKind.DIRECT;
    boolean reply = alert.message().ties().thread() != 0;
    String key = reply ? "alert.title.thread" : "alert.title";
    String title = direct ? author : Texts.of(key, author, alert.room().name());
    return new AlertWords(
        title, shortened(FileWords.told(alert.message().body(), alert.message().ties().files())));
  }

  private static String title(Room room) {
    return room.kind() == RoomKind.DIRECT ? room.name() : "#" + room.name();
  }

  /** The name of a direct room is a person's, which is content too. */
  private static String inRoom(String key, Room room, int count) {
    return room.kind() == RoomKind.DIRECT
        ? Texts.of(key + ".direct", count)
        : Texts.of(key, count, room.name());
  }

  static String shortened(String body) {
    String line = BLANK.matcher(TURNING.matcher(body).replaceAll("")).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }
}
