package chat.parley.desktop.viewmodel;

import chat.parley.client.ClientListener;
import chat.parley.client.Link;
import chat.parley.client.Outgoing;
import chat.parley.client.Secrecy;
import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.Consumer;

/** Takes each piece of news to the parts of a server that it concerns. FX thread. */
final class SessionScreen implements ClientListener {
  private final ServerModel server;

  SessionScreen(ServerModel server) {
    this.server = server;
  }

  @Override
  public void onLink(Link link) {
    server.onLink(link);
  }

  @Override
  public void onSecrecy(Secrecy secrecy) {
    server.onSecrecy(secrecy);
  }

  @Override
  public void onWelcome(Event.Welcome welcome) {
    server.onWelcome(welcome);
    welcome.rooms().forEach(this::tellScreens);
  }

  @Override
  public void onRoom(RoomState room) {
    server.rooms().put(room);
    tellScreens(room);
    server.overview().onState();
    server.witness().onRoom(room);
  }

  private void tellScreens(RoomState room) {
    eachScreen(screen -> screen.onState(room));
  }

  @Override
  public void onRoomRemoved(RoomId room) {
    server.windows().remove(room);
    server.rooms().remove(room);
    eachScreen(RoomScreen::onRoomRemoved);
    server.witness().onRoomRemoved(room);
  }

  @Override
  public void onEvents(RoomId room, List<Event.RoomEvent> events) {
    eachScreen(screen -> screen.onEvents(room, events));
    server.overview().onEvents(events);
    server.witness().onEvents(room, events);
  }

  @Override
  public void onReset(RoomId room) {
    eachScreen(screen -> screen.onReset(room));
  }

  /** The room's numbers come by {@link #onRoom} too. */
  @Override
  public void onReadMark(Event.ReadMark mark) {}

  @Override
  public void onKept(Kept kept) {
    server.keeps().onKept(kept);
    if (KeepModel.isOfReceipts(kept.key())) {
      eachScreen(RoomScreen::askReaders); // The server goes by it from now on.
    }
  }

  @Override
  public void onSelf(User user) {
    server.onSelf(user);
  }

  @Override
  public void onAnnounced(Event.Announced announced) {
    server.announcement().heard(announced);
  }

  @Override
  public void onServer(Event.ServerInfo now) {
    server.onServer(now);
  }

  @Override
  public void onReported(Event.Reported reported) {
    server.onReported(reported);
  }

  @Override
  public void onPassing(Event.Passing passing) {
    server.onPassing(passing);
    eachScreen(screen -> screen.onPassing(passing));
  }

  @Override
  public void onOutgoing(Outgoing message) {
    server.rooms().onOutgoing(message);
    eachScreen(screen -> screen.onOutgoing(message));
    if (message.state() == Outgoing.State.SENT) {
      server.link().onSent();
    }
  }

  private void eachScreen(Consumer<RoomScreen> news) {
    news.accept(server.shown());
    List.copyOf(server.windows().open()).forEach(news);
  }
}
