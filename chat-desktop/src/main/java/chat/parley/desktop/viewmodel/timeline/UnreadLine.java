package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.RoomState;

/**
 * Where the line above the unread messages stands. It is placed once, when the room is opened; when
 * that was from the cache, once the server has said what is new.
 */
final class UnreadLine {
  private long read;
  private long after = TimelineLayout.NO_LINE;
  private boolean decided;

  /**
   * @param live whether the numbers are the server's of now
   */
  UnreadLine(RoomState room, boolean live) {
    read = room.read();
    if (room.unread() > 0) {
      after = read;
    }
    decided = live || room.unread() > 0;
  }

  /** The seq after which it stands, or {@link TimelineLayout#NO_LINE}. */
  long after() {
    return after;
  }

  /** I want all after {@code seq} to be unread. */
  void moveTo(long seq) {
    decided = true;
    read = seq;
    after = seq;
  }

  /** Whether the line came with what the server said last. */
  boolean isDecided() {
    return decided;
  }

  /** The server says how far I have read, maybe on another device. */
  void server(RoomState room) {
    if (!decided) {
      decided = true;
      read = Math.max(read, room.read());
      after = room.unread() > 0 ? read : TimelineLayout.NO_LINE;
    }
  }
}
