package chat.parley.desktop.viewmodel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rooms that were on the screen of one server, for going back and forth between them. */
public final class VisitedRooms {
  /** Nobody goes back further. */
  private static final int MOST = 50;

  private final RoomListModel rooms;
  private final List<RoomItem> visited = new ArrayList<>();
  private int place = -1;
  private boolean moving;

  VisitedRooms(RoomListModel rooms) {
    this.rooms = rooms;
    rooms.selectedProperty().addListener((_, _, now) -> selected(now));
  }

  /** Each room once, the one that was on the screen last first. */
  public List<RoomItem> latestFirst() {
    return visited.reversed().stream().filter(rooms.items()::contains).distinct().toList();
  }

  /** Shows the room before this one; answers whether there is one. */
  public boolean back() {
    return go(-1);
  }

  /** Takes back one step back; answers whether there was one. */
  public boolean forward() {
    return go(1);
  }

  private boolean go(int step) {
    int to = place + step;
    while (to >= 0 && to < visited.size() && !canShow(visited.get(to))) {
      to += step;
    }
    if (to < 0 || to >= visited.size()) {
      return false;
    }
    place = to;
    moving = true;
    rooms.selectedProperty().set(visited.get(to));
    moving = false;
    return true;
  }

  /** Rooms may have been left since, and a step shall lead somewhere else. */
  private boolean canShow(RoomItem room) {
    return rooms.items().contains(room) && room != rooms.selectedProperty().get();
  }

  private void selected(@Nullable RoomItem room) {
    if (room == null || moving) {
      return;
    }
    visited.subList(place + 1, visited.size()).clear();
    visited.add(room);
    if (visited.size() > MOST) {
      visited.removeFirst();
    }
    place = visited.size() - 1;
  }
}
