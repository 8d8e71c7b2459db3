package chat.parley.desktop.viewmodel;

import chat.parley.model.Body;
import chat.parley.model.Names;
import chat.parley.model.Status;
import java.util.OptionalInt;

/**
 * What to say about something typed that the server would refuse: one sentence in the person's
 * language, empty when nothing is wrong.
 */
public final class Objections {
  private Objections() {}

  /** To the text of a message. There is none to a text that is not begun yet. */
  public static String toText(String text) {
    if (!text.isBlank() && !Names.shows(text)) {
      return Texts.of("objection.text.unseen");
    }
    OptionalInt control = Body.controlIn(text);
    return control.isEmpty()
        ? ""
        : Texts.of("objection.text.control", "U+%04X".formatted(control.getAsInt()));
  }

  public static String toStatus(Status status) {
    return status
        .wrong()
        .map(
            wrong ->
                switch (wrong) {
                  case TOO_LONG -> Texts.of("objection.status.long", Status.TEXT_MAX);
                  case CONTROL -> Texts.of("objection.status.control");
                  case NO_EMOJI -> Texts.of("objection.status.emoji");
                  case EMPTY -> Texts.of("objection.status.empty");
                })
        .orElse("");
  }

  /**
   * @param name cleaned, see {@link Names#clean}
   */
  public static String toUserName(String name) {
    return Names.wrongWithUser(name)
        .map(
            wrong ->
                switch (wrong) {
                  case EMPTY -> Texts.of("objection.user.empty");
                  case TOO_LONG -> Texts.of("objection.user.long", Names.USER_MAX);
                  case NOTHING_TO_READ -> Texts.of("objection.user.unreadable");
                  case HASH_IN_FRONT, OTHER_SIGNS -> Texts.of("objection.user.signs");
                })
        .orElse("");
  }

  /**
   * @param name cleaned, see {@link Names#clean}
   */
  public static String toRoomName(String name) {
    return Names.wrongWithRoom(name)
        .map(
            wrong ->
                switch (wrong) {
                  case HASH_IN_FRONT -> Texts.of("objection.room.hash");
                  case EMPTY -> Texts.of("objection.room.empty");
                  case TOO_LONG -> Texts.of("objection.room.long", Names.ROOM_MAX);
                  case NOTHING_TO_READ -> Texts.of("objection.room.unreadable");
                  case OTHER_SIGNS -> Texts.of("objection.room.signs");
                })
        .orElse("");
  }
}
