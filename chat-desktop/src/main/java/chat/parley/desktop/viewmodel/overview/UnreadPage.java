package chat.parley.desktop.viewmodel.overview;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.overview.OverviewRow.More;
import chat.parley.desktop.viewmodel.overview.OverviewRow.RoomHeading;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What I have not read, room after room: rooms with something for me first, then those in which
 * something was said last. The order stays while the page is open, so that nothing moves away under
 * a reader; muted rooms are left out.
 */
public final class UnreadPage {
  /** For so long {@link #undo} takes back that all was marked as read. */
  private static final Duration REGRET = Duration.ofSeconds(8);

  /** A busy room costs one look into the archive in so much time. */
  private static final Duration PACE = Duration.ofMillis(200);

  private static final Comparator<UnreadMessages> ORDER =
      Comparator.comparing((UnreadMessages one) -> one.room().count() == 0)
          .thenComparing(Comparator.comparingLong(UnreadMessages::newest).reversed());

  /** What was unread from where on. */
  private record Mark(RoomId room, long from) {}

  private final ObservableList<OverviewRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final RoomListModel rooms;
  private final KeepModel keeps;
  private final Map<RoomId, UnreadMessages> parts = new LinkedHashMap<>();
  private List<Mark> marked = List.of();
  private Runnable stopRegret = () -> {};
  private @Nullable Seat seat;
  private boolean shown;
  private boolean ordered;
  private boolean layoutDue;
  private boolean lookDue;

  UnreadPage(RoomListModel rooms, KeepModel keeps) {
    this.rooms = rooms;
    this.keeps = keeps;
    rooms.listen(this::roomsChanged);
  }

  public ObservableList<OverviewRow> rows() {
    return rows;
  }

  /** Whether it is not known yet what stands here. */
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Why something may be missing; empty when nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it can be taken back that all was marked as read. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  public void markRead(RoomItem room) {
    rooms.markRead(room);
  }

  /** Marks all that is on this page as read, on all my devices. */
  public void markAllRead() {
    if (seat == null) {
      return;
    }
    List<RoomItem> all = rooms.items().stream().filter(UnreadPage::isHere).toList();
    marked = all.stream().map(room -> new Mark(room.id(), room.state().read() + 1)).toList();
    all.forEach(rooms::markRead);
    stopRegret.run();
    undoable.set(true);
    stopRegret = seat.around().fx().after(REGRET, this::regretOver);
  }

  /** All that {@link #markAllRead} marked is unread again. */
  public void undo() {
    Seat asking = seat;
    List<Mark> again = marked;
    regretOver();
    if (asking != null) {
      again.forEach(
          mark ->
              asking.await(
                  asking.connection().unread(mark.room(), mark.from()),
                  _ -> {},
                  e -> problem.set(Sentences.of(e))));
    }
  }

  private void regretOver() {
    stopRegret.run();
    marked = List.of();
    undoable.set(false);
  }

  /** Asks again for what could not be loaded. */
  public void tryAgain() {
    problem.set("");
    parts.values().forEach(UnreadMessages::load);
  }

  void attach(Seat now) {
    seat = now;
  }

  void detach() {
    hide();
    seat = null;
  }

  void show() {
    shown = true;
    ordered = false;
    problem.set("");
    look();
    layOut();
  }

  void hide() {
    shown = false;
    regretOver();
    parts.clear();
    rows.clear();
  }

  void onLive() {
    if (shown && !problem.get().isEmpty()) {
      tryAgain();
    }
  }

  private static boolean isHere(RoomItem room) {
    return room.unreadProperty().get() > 0 && !room.mutedProperty().get();
  }

  private void roomsChanged() {
    if (shown && seat != null) {
      layOutSoon();
      if (!lookDue) {
        lookDue = true;
        seat.around().fx().after(PACE, this::look);
      }
    }
  }

  /** Asks for what is new in the rooms, and for new rooms. */
  private void look() {
    lookDue = false;
    Seat asking = seat;
    if (!shown || asking == null) {
      return;
    }
    for (RoomItem room : rooms.items()) {
      UnreadMessages known = parts.get(room.id());
      if (isHere(room) && known == null) {
        parts.put(room.id(), new UnreadMessages(room, asking, this::layOutSoon, problem::set));
      } else if (known != null && known.isOld()) {
        known.load();
      }
    }
  }

  private void layOutSoon() {
    if (!layoutDue && seat != null) {
      layoutDue = true;
      seat.around().fx().beforeFrame(this::layOut);
    }
  }

  private void layOut() {
    layoutDue = false;
    if (!shown) {
      return;
    }
    parts.values().removeIf(part -> !rooms.items().contains(part.room()) || !isHere(part.room()));
    boolean known = parts.values().stream().allMatch(UnreadMessages::isLoaded);
    loading.set(!known && !ordered);
    if (known && !ordered) {
      order();
    }
    var now = new ArrayList<OverviewRow>();
    if (ordered) {
      parts.values().stream().filter(UnreadMessages::isLoaded).forEach(part -> lay(part, now));
    }
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
  }

  private void order() {
    ordered = true;
    List<UnreadMessages> inOrder = parts.values().stream().sorted(ORDER).toList();
    parts.clear();
    inOrder.forEach(part -> parts.put(part.room().id(), part));
  }

  private void lay(UnreadMessages part, List<OverviewRow> into) {
    RoomItem room = part.room();
    long unread = room.unreadProperty().get();
    Set<UserId> blocked = keeps.blocked();
    List<Event.Message> messages = part.messages().toList();
    into.add(new RoomHeading(room, room.label(), unread, room.count()));
    SaidRows.add(
        into,
        room,
        messages.stream().filter(message -> !blocked.contains(message.from())).toList(),
        seat == null ? null : seat.me().id());
    if (part.isCut() && messages.size() < unread) {
      into.add(new More(room, unread - messages.size()));
    }
  }
}
