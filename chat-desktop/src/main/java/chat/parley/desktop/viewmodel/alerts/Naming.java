package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.UserId;
import chat.parley.protocol.Event;

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

  /** The server says whom a text names and calls, and counts by that; keywords only I know. */
  static Naming of(Event.Message message, UserId me, Keywords keywords) {
    if (message.mentions().contains(me)) {
      return ME;
    }
    return switch (message.ties().call()) {
      case ROOM -> ROOM;
      case HERE -> HERE;
      case NOBODY -> keywords.in(message.body()) ? KEYWORD : NOBODY;
    };
  }
}
