package chat.parley.desktop.app;

import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events of a room as chance wants them: messages, and what becomes of them. */
final class LogOfARoom {
  private static final UserId ANN = new UserId("u-ann");

  private LogOfARoom() {}

  /**
   * @param last the seq of the event before
   */
  static List<Event.RoomEvent> next(Random random, RoomId room, long last, int count) {
    var events = new ArrayList<Event.RoomEvent>();
    for (long seq = last + 1; seq <= last + count; seq++) {
      events.add(one(random, room, seq));
    }
    return events;
  }

  private static Event.RoomEvent one(Random random, RoomId room, long seq) {
    long target = seq == 1 ? 0 : 1 + random.nextLong(seq - 1);
    int what = target == 0 ? 0 : random.nextInt(9);
    return switch (what) {
      case 5 ->
          new Event.Edited(room, seq, ANN, "Ann", seq, target, "other words " + seq, List.of(ANN));
      case 6 -> new Event.Deleted(room, seq, ANN, "Ann", seq, target);
      case 7 -> new Event.Reacted(room, seq, ANN, "Ann", seq, target, "👍", random.nextBoolean());
      case 8 -> new Event.Pinned(room, seq, ANN, "Ann", seq, target, random.nextBoolean());
      default -> new Event.Message(room, seq, ANN, "Ann", seq, "words " + seq, List.of(ANN), null);
    };
  }
}
