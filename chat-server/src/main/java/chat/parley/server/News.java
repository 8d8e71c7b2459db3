package chat.parley.server;

import chat.parley.protocol.Event;
import chat.parley.server.room.LiveRooms;
import chat.parley.server.room.Silences;
import chat.parley.server.store.CommitListener;
import chat.parley.server.store.Recount;
import java.util.List;

/** Takes what was committed to those whom it concerns and who are connected. */
record News(Silences silences, LiveRooms rooms) implements CommitListener {
  @Override
  public void onCommitted(List<Event.RoomEvent> events) {
    silences.follow(events);
    rooms.deliver(events);
  }

  @Override
  public void onRecounted(List<Recount> recounts) {
    recounts.forEach(recount -> rooms.tellAll(recount.user(), recount.mark()));
  }
}
