package chat.parley.desktop.viewmodel;

import chat.parley.client.ClientListener;
import chat.parley.client.Link;
import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes each piece of news to the parts of the window that it concerns. FX thread. */
final class SessionScreen implements ClientListener {
  private final AppModel app;

  SessionScreen(AppModel app) {
    this.app = app;
  }

  @Override
  public void onLink(Link link) {
    app.onLink(link);
  }

  @Override
  public void onWelcome(Event.Welcome welcome) {
    app.onWelcome(welcome);
    welcome.rooms().forEach(this::tellTimeline);
  }

  @Override
  public void onRoom(RoomState room) {
    app.rooms().put(room);
    tellTimeline(room);
  }

  private void tellTimeline(RoomState room) {
    TimelineModel shown = shown(room.room().id());
    if (shown != null) {
      shown.onState(room);
    }
  }

  @Override
  public void onRoomRemoved(RoomId room) {
    app.rooms().remove(room);
  }

  @Override
  public void onEvents(RoomId room, List<Event.RoomEvent> events) {
    app.people().onEvents(room, events);
    TimelineModel shown = shown(room);
    if (shown != null) {
      shown.onEvents(events);
    }
  }

  @Override
  public void onReset(RoomId room) {
    TimelineModel shown = shown(room);
    if (shown != null) {
      shown.onReset();
    }
  }

  /** The room's numbers come by {@link #onRoom} too. */
  @Override
  public void onReadMark(Event.ReadMark mark) {}

  @Override
  public void onPassing(Event.Passing passing) {
    app.people().onPassing(passing);
  }

  @Override
  public void onOutgoing(Outgoing message) {
    app.rooms().onOutgoing(message);
    TimelineModel shown = shown(message.room());
    if (shown != null) {
      shown.onOutgoing(message);
    }
    if (message.state() == Outgoing.State.SENT) {
      app.link().onSent();
    }
  }

  private @Nullable TimelineModel shown(RoomId room) {
    TimelineModel shown = app.timelineProperty().get();
    return shown != null && shown.room().equals(room) ? shown : null;
  }
}
