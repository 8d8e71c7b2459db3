package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.alerts.Reader.View;
import chat.parley.desktop.viewmodel.alerts.Standpoint;
import chat.parley.desktop.viewmodel.timeline.ThreadModel;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import javafx.stage.Stage;

/**
 * The window as the person has it before the eyes, or not, and those of rooms beside it, seen from
 * one server. FX thread.
 */
record WindowFront(AppModel app, ServerModel server, Stage stage) implements Standpoint {
  @Override
  public View view(RoomId room) {
    if (server.windows().reads(room)) {
      return View.READING;
    }
    if (!stage.isFocused() || !stage.isShowing()) {
      return View.ELSEWHERE;
    }
    TimelineModel shown = server.timelineProperty().get();
    boolean inFront = app.selectedProperty().get() == server;
    if (!inFront || shown == null || !shown.room().equals(room)) {
      return View.OTHER_ROOM;
    }
    return shown.isReadAsItComes() ? View.READING : View.SCROLLED_UP;
  }

  @Override
  public boolean looksAt(RoomId room, long root) {
    ThreadModel thread = server.messages().thread().shownProperty().get();
    return stage.isFocused()
        && app.selectedProperty().get() == server
        && thread != null
        && thread.room().equals(room)
        && thread.root() == root;
  }

  @Override
  public Presence presence() {
    return server.presenceEverywhereProperty().get();
  }

  @Override
  public boolean blocked(UserId user) {
    return server.keeps().blocks(user);
  }

  @Override
  public void open(Event.Message message) {
    toFront(stage);
    app.bringForward(server);
    if (server.rooms().find(message.room()) != null) {
      server.messages().links().open(message.room(), message.seq());
      if (message.ties().thread() != 0) {
        server.messages().thread().open(message.ties().thread());
      }
    }
  }

  static void toFront(Stage stage) {
    stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }
}
