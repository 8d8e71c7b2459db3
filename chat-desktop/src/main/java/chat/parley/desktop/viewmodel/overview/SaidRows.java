package chat.parley.desktop.viewmodel.overview;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.overview.OverviewRow.Said;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of messages. Pure. */
final class SaidRows {
  /** As in the rooms: after that time the author's name stands there again. */
  private static final long GROUP_MILLIS = Duration.ofMinutes(5).toMillis();

  private SaidRows() {}

  /** Messages of one room under each other, those of one person under one name. */
  static void add(
      List<OverviewRow> into, RoomItem room, List<Event.Message> messages, @Nullable UserId me) {
    Event.Message above = null;
    for (Event.Message message : messages) {
      into.add(row(room, message, isUnder(above, message), me));
      above = message;
    }
  }

  static Said row(RoomItem room, Event.Message message, boolean grouped, @Nullable UserId me) {
    return new Said(
        room,
        message.seq(),
        message.from(),
        message.name(),
        message.at(),
        FileWords.told(message.body(), message.ties().files()),
        grouped,
        me != null && message.isFor(me),
        message.seq() > room.state().read(),
        false);
  }

  private static boolean isUnder(Event.@Nullable Message above, Event.Message message) {
    return above != null
        && above.from().equals(message.from())
        && above.name().equals(message.name())
        && message.at() - above.at() <= GROUP_MILLIS;
  }
}
