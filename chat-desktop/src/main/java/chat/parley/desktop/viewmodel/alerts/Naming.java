package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.regex.Pattern;

/** Whom a message calls, seen from me; of several the weightiest. */
public enum Naming {
  NOBODY,
  /** A word I asked to be told of. */
  KEYWORD,
  /** Everybody in the room who is available now. */
  HERE,
  /** Everybody in the room. */
  ROOM,
  ME;

  private static final Pattern CALL =
      Pattern.compile("(?<![\\p{L}\\p{N}_@])[@\uFF20](here|room)(?![\\p{L}\\p{N}_])");

  static Naming of(Event.Message message, UserId me, Keywords keywords) {
    if (message.mentions().contains(me)) {
      return ME;
    }
    Naming called = call(message.body());
    if (called != NOBODY) {
      return called;
    }
    return keywords.in(message.body()) ? KEYWORD : NOBODY;
  }

  private static Naming call(String body) {
    var calls = CALL.matcher(body);
    Naming weightiest = NOBODY;
    while (calls.find()) {
      Naming one = calls.group(1).equals("room") ? ROOM : HERE;
      weightiest = one.compareTo(weightiest) > 0 ? one : weightiest;
    }
    return weightiest;
  }
}
