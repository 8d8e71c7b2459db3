package chat.parley.desktop.app;

import chat.parley.client.ClientListener;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing;
import chat.parley.client.Secrecy;
import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Completes a future when a client is live, and hears nothing else. */
record WhenLive(CompletableFuture<Void> live) implements ClientListener {
  @Override
  public void onSecrecy(Secrecy secrecy) {}

  @Override
  public void onLink(Link link) {
    if (link.state() == LinkState.LIVE) {
      live.complete(null);
    }
  }

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
