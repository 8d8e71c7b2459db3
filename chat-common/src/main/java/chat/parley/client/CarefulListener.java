package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an app's listener that throws, against its contract, from harming the connection. */
record CarefulListener(ClientListener app) implements ClientListener {
  private static final Logger log = LoggerFactory.getLogger(CarefulListener.class);

  @Override
  public void onLink(Link link) {
    guard(() -> app.onLink(link));
  }

  @Override
  public void onSecrecy(Secrecy secrecy) {
    guard(() -> app.onSecrecy(secrecy));
  }

  @Override
  public void onWelcome(Event.Welcome welcome) {
    guard(() -> app.onWelcome(welcome));
  }

  @Override
  public void onRoom(RoomState room) {
    guard(() -> app.onRoom(room));
  }

  @Override
  public void onRoomRemoved(RoomId room) {
    guard(() -> app.onRoomRemoved(room));
  }

  @Override
  public void onEvents(RoomId room, List<Event.RoomEvent> events) {
    guard(() -> app.onEvents(room, events));
  }

  @Override
  public void onReset(RoomId room) {
    guard(() -> app.onReset(room));
  }

  @Override
  public void onReadMark(Event.ReadMark mark) {
    guard(() -> app.onReadMark(mark));
  }

  @Override
  public void onKept(Kept kept) {
    guard(() -> app.onKept(kept));
  }

  @Override
  public void onSelf(User user) {
    guard(() -> app.onSelf(user));
  }

  @Override
  public void onAnnounced(Event.Announced announced) {
    guard(() -> app.onAnnounced(announced));
  }

  @Override
  public void onServer(Event.ServerInfo server) {
    guard(() -> app.onServer(server));
  }

  @Override
  public void onReported(Event.Reported reported) {
    guard(() -> app.onReported(reported));
  }

  @Override
  public void onPassing(Event.Passing passing) {
    guard(() -> app.onPassing(passing));
  }

  @Override
  public void onOutgoing(Outgoing message) {
    guard(() -> app.onOutgoing(message));
  }

  private static void guard(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.error("The app's listener failed; the connection goes on", e);
    }
  }
}
