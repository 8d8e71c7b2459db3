package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.List;

/** Does nothing with whatever happens: for those who want to hear of little, such as bots. */
public class QuietListener implements ClientListener {
  @Override
  public void onLink(Link link) {}

  @Override
  public void onSecrecy(Secrecy secrecy) {}

  @Override
  public void onWelcome(Event.Welcome welcome) {}

  @Override
  public void onRoom(RoomState room) {}

  @Override
  public void onRoomRemoved(RoomId room) {}

  @Override
  public void onEvents(RoomId room, List<Event.RoomEvent> events) {}

  @Override
  public void onReset(RoomId room) {}

  @Override
  public void onReadMark(Event.ReadMark mark) {}

  @Override
  public void onKept(Kept kept) {}

  @Override
  public void onSelf(User user) {}

  @Override
  public void onPassing(Event.Passing passing) {}

  @Override
  public void onOutgoing(Outgoing message) {}
}
