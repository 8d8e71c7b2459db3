package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.RoomId;
import chat.parley.protocol.Limits;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rooms that have windows of their own beside the main one. */
public final class RoomWindows {
  private final ObservableList<RoomScreen> open = FXCollections.observableArrayList();
  private final Supplier<RoomScreen> maker;
  private final BooleanSupplier live;
  private Limits limits = Limits.DEFAULT;
  private @Nullable Seat seat;

  RoomWindows(Supplier<RoomScreen> maker, BooleanSupplier live) {
    this.maker = maker;
    this.live = live;
  }

  /** One for each window, in the order they were opened. */
  public ObservableList<RoomScreen> open() {
    return open;
  }

  /** The window of a room, which is opened when there is none; null when nobody is logged in. */
  public @Nullable RoomScreen open(RoomItem room) {
    RoomScreen known = find(room.id());
    if (known != null || seat == null) {
      return known;
    }
    RoomScreen screen = maker.get();
    screen.attach(seat);
    screen.limits(limits);
    screen.show(room, live.getAsBoolean());
    open.add(screen);
    return screen;
  }

  /** The window was closed. */
  public void close(RoomScreen screen) {
    if (open.remove(screen)) {
      screen.detach();
    }
  }

  void attach(Seat now) {
    detach();
    seat = now;
  }

  /** I have another role. */
  void become(Seat now) {
    seat = now;
    open.forEach(screen -> screen.become(now));
  }

  void detach() {
    closeAll();
    seat = null;
  }

  void closeAll() {
    List.copyOf(open).forEach(this::close);
  }

  void limits(Limits now) {
    limits = now;
    open.forEach(screen -> screen.limits(now));
  }

  /** I am no member of it any more. */
  void remove(RoomId room) {
    RoomScreen screen = find(room);
    if (screen != null) {
      close(screen);
    }
  }

  /** Whether somebody has the window of that room in front and sees each message as it comes. */
  public boolean reads(RoomId room) {
    RoomScreen own = find(room);
    TimelineModel timeline = own == null ? null : own.timelineProperty().get();
    return timeline != null && timeline.isReadAsItComes();
  }

  private @Nullable RoomScreen find(RoomId room) {
    return open.stream().filter(screen -> shows(screen, room)).findFirst().orElse(null);
  }

  private static boolean shows(RoomScreen screen, RoomId room) {
    RoomItem shown = screen.roomProperty().get();
    return shown != null && shown.id().equals(room);
  }
}
