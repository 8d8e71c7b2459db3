package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.BlockedItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.DayMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.NoticeItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.StartMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.ThreadLine;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import chat.parley.model.Presence;
import java.util.ArrayList;
import java.util.List;

/**
 * What an app has of a server, line by line, so that two can be compared that came to it in
 * different ways. All on the FX thread.
 */
final class WholeState {
  private WholeState() {}

  /** All that stands around the messages. */
  static List<String> around(Desk desk) {
    var all = new ArrayList<String>();
    for (RoomItem room : desk.server().rooms().items()) {
      all.add(
          "%s: unread %d, mentions %d, read %d of %d, draft %s, %s %s"
              .formatted(
                  room.name(),
                  room.unreadProperty().get(),
                  room.mentionsProperty().get(),
                  room.state().read(),
                  room.state().head(),
                  room.draftProperty().get(),
                  room.levelProperty().get(),
                  room.wishProperty().get()));
      all.add(
          "%s, %s, under %s, muted until %d"
              .formatted(
                  room.roomProperty().get(),
                  room.rankProperty().get(),
                  desk.server().sidebar().headingOf(room),
                  room.mutedUntilProperty().get()));
    }
    all.add(desk.server().keeps().sections().toString());
    var status = desk.server().company().status().statusProperty().get();
    all.add("me: " + (status == null ? "" : status.text()));
    for (var person : desk.server().company().book().others()) {
      if (person.name().equals("Ben Roth")) {
        all.add("Ben: " + (person.presence() == Presence.BUSY));
      }
      if (desk.server().company().blocks(person.id())) {
        all.add("blocked: " + person.name());
      }
    }
    return all;
  }

  /** What of the open room is loaded, but for marks that depend on when one came to it. */
  static List<String> open(Desk desk) {
    return Trio.items(desk).stream().map(WholeState::line).filter(one -> !one.isEmpty()).toList();
  }

  /** Who is in the open room, and what they may do there. */
  static List<String> people(Desk desk) {
    return desk.server().people().people().stream()
        .map(person -> person.name() + " " + person.rank())
        .sorted()
        .toList();
  }

  static List<String> pins(Desk desk) {
    return desk.server().messages().pins().items().stream().map(Object::toString).toList();
  }

  private static String line(TimelineItem item) {
    return switch (item) {
      case MessageItem message -> message.seq() + " " + essence(message);
      case ThreadLine line ->
          "in a thread: " + line.message().seq() + " " + essence(line.message());
      case BlockedItem blocked -> blocked.seq() + " blocked";
      case NoticeItem notice -> notice.seq() + " " + notice.text() + " " + notice.target();
      case MembershipItem members -> members.seq() + " " + members.text();
      case DayMark _, UnreadMark _, StartMark _ -> "";
    };
  }

  private static String essence(MessageItem item) {
    return "%s %s, %d %s %s %s, answers %s, under %d, from %s, thread %s, to me %s"
        .formatted(
            item.name(),
            item.body(),
            item.extras().editedAt(),
            item.extras().deleted(),
            item.extras().pinned(),
            item.extras().reactions().stream()
                .map(chip -> chip.emoji() + chip.by() + chip.mine())
                .toList(),
            item.extras().quote(),
            item.extras().root(),
            item.extras().forward(),
            item.extras().thread(),
            item.mentionsMe());
  }
}
