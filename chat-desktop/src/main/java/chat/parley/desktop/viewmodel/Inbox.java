package chat.parley.desktop.viewmodel;

import chat.parley.client.ClientListener;
import chat.parley.client.Link;
import chat.parley.client.Outgoing;
import chat.parley.client.Secrecy;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a client tells over to the FX thread: in order, and all that came since the last
 * frame in one go. Told on any thread.
 */
final class Inbox implements ClientListener {
  private final FxThread fx;
  private final Object lock = new Object();

  /** Guarded by {@link #lock}. */
  private List<Consumer<ClientListener>> waiting = new ArrayList<>();

  /** Who is told, on the FX thread; null before the session is open and after it is closed. */
  private @Nullable ClientListener reader;

  Inbox(FxThread fx) {
    this.fx = fx;
  }

  /** Tells everything to {@code to} from now on, what has come before first. FX thread. */
  void openFor(ClientListener to) {
    reader = to;
    fx.beforeFrame(this::deliver);
  }

  /** Nothing is told any more. FX thread. */
  void close() {
    reader = null;
  }

  private void add(Consumer<ClientListener> news) {
    boolean first;
    synchronized (lock) {
      first = waiting.isEmpty();
      waiting.add(news);
    }
    if (first) {
      fx.beforeFrame(this::deliver);
    }
  }

  private void deliver() {
    if (reader == null) {
      return;
    }
    List<Consumer<ClientListener>> all;
    synchronized (lock) {
      all = waiting;
      waiting = new ArrayList<>();
    }
    for (Consumer<ClientListener> news : all) {
      // A piece of news may end the session.
      if (reader != null) {
        news.accept(reader);
      }
    }
  }

  @Override
  public void onLink(Link link) {
    add(to -> to.onLink(link));
  }

  @Override
  public void onSecrecy(Secrecy secrecy) {
    add(to -> to.onSecrecy(secrecy));
  }

  @Override
  public void onWelcome(Event.Welcome welcome) {
    add(to -> to.onWelcome(welcome));
  }

  @Override
  public void onRoom(RoomState room) {
    add(to -> to.onRoom(room));
  }

  @Override
  public void onRoomRemoved(RoomId room) {
    add(to -> to.onRoomRemoved(room));
  }

  @Override
  public void onEvents(RoomId room, List<Event.RoomEvent> events) {
    add(to -> to.onEvents(room, events));
  }

  @Override
  public void onReset(RoomId room) {
    add(to -> to.onReset(room));
  }

  @Override
  public void onReadMark(Event.ReadMark mark) {
    add(to -> to.onReadMark(mark));
  }

  @Override
  public void onKept(Kept kept) {
    add(to -> to.onKept(kept));
  }

  @Override
  public void onSelf(User user) {
    add(to -> to.onSelf(user));
  }

  @Override
  public void onAnnounced(Event.Announced announced) {
    add(to -> to.onAnnounced(announced));
  }

  @Override
  public void onServer(Event.ServerInfo server) {
    add(to -> to.onServer(server));
  }

  @Override
  public void onReported(Event.Reported reported) {
    add(to -> to.onReported(reported));
  }

  @Override
  public void onPassing(Event.Passing passing) {
    add(to -> to.onPassing(passing));
  }

  @Override
  public void onOutgoing(Outgoing message) {
    add(to -> to.onOutgoing(message));
  }
}
