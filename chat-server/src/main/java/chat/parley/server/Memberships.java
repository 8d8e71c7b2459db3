package chat.parley.server;

import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.server.room.LiveRooms;
import chat.parley.server.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which room: of those who are connected the live rooms know it without asking; of the
 * others, who may still be fetching a file, the store does.
 */
final class Memberships {
  private final LiveRooms rooms;

  /** Set before the door opens. */
  private volatile @Nullable Store store;

  Memberships(LiveRooms rooms) {
    this.rooms = rooms;
  }

  void ask(Store opened) {
    store = opened;
  }

  boolean isMember(User user, RoomId room) {
    Store asked = store;
    return rooms.isMember(user, room)
        || asked != null && !rooms.isOnline(user.id()) && asked.files().isMember(user.id(), room);
  }
}
