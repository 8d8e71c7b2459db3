package chat.parley.desktop.viewmodel.overview;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The messages that name or call me, of all rooms, the newest first. */
public final class MentionsPage {
  private static final int PAGE = 50;

  private final ObservableList<OverviewRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final RoomListModel rooms;
  private final KeepModel keeps;

  /** The newest first. */
  private final List<Event.Message> messages = new ArrayList<>();

  private @Nullable Seat seat;
  private long next;
  private boolean shown;
  private boolean layoutDue;

  /** Counts the questions; what answers an older one is not used. */
  private int asked;

  MentionsPage(RoomListModel rooms, KeepModel keeps) {
    this.rooms = rooms;
    this.keeps = keeps;
    rooms.listen(this::layOutSoon);
    keeps.listen(this::keptChanged);
  }

  public ObservableList<OverviewRow> rows() {
    return rows;
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Why something may be missing; empty when nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The reader comes near the oldest of those that are loaded. */
  public void loadOlder() {
    if (next != 0 && !loading.get()) {
      ask(next);
    }
  }

  /** Asks again after a problem. */
  public void tryAgain() {
    ask(0);
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
    ask(0);
  }

  void hide() {
    shown = false;
    asked++;
    next = 0;
    loading.set(false);
    problem.set("");
    messages.clear();
    rows.clear();
  }

  void onLive() {
    if (shown) {
      ask(0);
    }
  }

  void onEvents(List<Event.RoomEvent> events) {
    if (shown && seat != null) {
      UserId me = seat.me().id();
      events.forEach(event -> heard(event, me));
      layOutSoon();
    }
  }

  private void keptChanged(String key) {
    if (KeepModel.blockOf(key) != null) {
      layOutSoon();
    }
  }

  private void heard(Event.RoomEvent event, UserId me) {
    switch (event) {
      case Event.Message message -> {
        if (message.isFor(me) && messages.stream().noneMatch(one -> isSame(one, message))) {
          messages.addFirst(message);
        }
      }
      case Event.Deleted deleted ->
          messages.removeIf(one -> isIn(one, deleted.room(), deleted.target()));
      case Event.Edited edited -> {
        boolean here = messages.stream().anyMatch(one -> isIn(one, edited.room(), edited.target()));
        if (!here && edited.mentions().contains(me)) {
          ask(0);
        }
        messages.replaceAll(
            one -> one.room().equals(edited.room()) ? Fold.after(one, edited) : one);
      }
      case Event.Renamed renamed ->
          messages.replaceAll(one -> (Event.Message) Fold.renamed(one, renamed));
      case Event.Reacted _,
          Event.Pinned _,
          Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Unrecognized _ -> {}
    }
  }

  private static boolean isSame(Event.Message one, Event.Message other) {
    return isIn(one, other.room(), other.seq());
  }

  private static boolean isIn(Event.Message message, RoomId room, long seq) {
    return message.seq() == seq && message.room().equals(room);
  }

  private void ask(long before) {
    if (seat == null) {
      return;
    }
    int mine = ++asked;
    loading.set(true);
    seat.await(
        seat.connection().mentions(before, PAGE),
        page -> {
          if (mine == asked) {
            take(before, page);
          }
        },
        e -> {
          if (mine == asked) {
            loading.set(false);
            problem.set(Sentences.of(e));
          }
        });
  }

  private void take(long before, Event.Mentioned page) {
    loading.set(false);
    problem.set("");
    if (before == 0) {
      messages.clear();
    }
    page.messages().stream()
        .filter(message -> messages.stream().noneMatch(one -> isSame(one, message)))
        .forEach(messages::add);
    next = page.next();
    layOut();
  }

  void layOutSoon() {
    if (shown && !layoutDue && seat != null) {
      layoutDue = true;
      seat.around().fx().beforeFrame(this::layOut);
    }
  }

  private void layOut() {
    layoutDue = false;
    if (!shown) {
      return;
    }
    var now = new ArrayList<OverviewRow>();
    for (Event.Message message : messages) {
      RoomItem room = rooms.find(message.room());
      if (room != null && message.seq() > room.state().expired()) {
        var row = SaidRows.row(room, message, false, seat == null ? null : seat.me().id());
        now.add(keeps.blocks(message.from()) ? row.veil() : row);
      }
    }
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
  }
}
