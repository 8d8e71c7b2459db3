package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.Names;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rooms I am a member of, and the one that is shown. */
public final class RoomListModel {
  /** The room everybody starts in. */
  static final String LOBBY = "lobby";

  private static final Comparator<RoomItem> ORDER =
      Comparator.comparing((RoomItem room) -> !room.name().equalsIgnoreCase(LOBBY))
          .thenComparing(RoomItem::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(room -> room.id().value());

  private final ObservableList<RoomItem> items = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable RoomItem> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final Map<Nonce, RoomId> failed = new HashMap<>();
  private final Consumer<Toast> toasts;
  private @Nullable Seat seat;

  RoomListModel(Consumer<Toast> toasts) {
    this.toasts = toasts;
  }

  /** By name, the lobby first. */
  public ObservableList<RoomItem> items() {
    return items;
  }

  /** The room that is shown; null when there is none. */
  public ObjectProperty<@Nullable RoomItem> selectedProperty() {
    return selected;
  }

  /** Selects the room of that name, joining it first when needed. A problem becomes a toast. */
  public void openByName(String name, boolean create) {
    String wanted = Names.clean(name);
    items.stream()
        .filter(room -> room.name().equalsIgnoreCase(wanted))
        .findFirst()
        .ifPresentOrElse(selected::set, () -> join(new Place.ByName(wanted, create)));
  }

  /** Ends the membership; a toast offers to come back. */
  public void leave(RoomItem room) {
    if (seat == null) {
      return;
    }
    seat.await(
        seat.connection().leave(room.id()),
        _ -> {
          remove(room.id());
          toasts.accept(
              new Toast(
                  Texts.of("rooms.left", room.name()),
                  Texts.of("rooms.undo"),
                  () -> join(new Place.ById(room.id()))));
        },
        e -> toasts.accept(Toast.of(Sentences.of(e))));
  }

  /** Selects the next room, going round at the end. */
  public void selectNext(boolean unreadOnly) {
    step(items, unreadOnly);
  }

  public void selectPrevious(boolean unreadOnly) {
    step(items.reversed(), unreadOnly);
  }

  private void step(List<RoomItem> inOrder, boolean unreadOnly) {
    var round = new ArrayList<>(inOrder);
    Collections.rotate(round, -1 - round.indexOf(selected.get()));
    round.stream()
        .filter(room -> !unreadOnly || room.unreadProperty().get() > 0)
        .filter(room -> room != selected.get())
        .findFirst()
        .ifPresent(selected::set);
  }

  private void join(Place place) {
    if (seat != null) {
      seat.await(
          seat.connection().join(place),
          joined -> show(joined.room()),
          e -> toasts.accept(Toast.of(Sentences.of(e))));
    }
  }

  /** Adds a room I am a member of now, and selects it. */
  void show(RoomState room) {
    put(room);
    selected.set(find(room.room().id()));
  }

  /** Another person's rooms, or those of another server. */
  void attach(Seat now, List<RoomState> rooms, Map<RoomId, String> drafts, List<Outgoing> outbox) {
    seat = now;
    failed.clear();
    become(rooms);
    drafts.forEach(this::draft);
    outbox.forEach(this::onOutgoing);
  }

  void detach() {
    seat = null;
    failed.clear();
    selected.set(null);
    items.clear();
  }

  /** These are all the rooms; items of rooms that stay, stay. */
  void become(List<RoomState> rooms) {
    var ids = rooms.stream().map(room -> room.room().id()).collect(Collectors.toSet());
    items.stream().map(RoomItem::id).filter(id -> !ids.contains(id)).toList().forEach(this::remove);
    rooms.forEach(this::put);
  }

  void put(RoomState state) {
    RoomItem known = find(state.room().id());
    if (known == null) {
      items.add(new RoomItem(state));
      FXCollections.sort(items, ORDER);
      return;
    }
    String before = known.name();
    known.become(state);
    if (!known.name().equals(before)) {
      FXCollections.sort(items, ORDER);
    }
  }

  void remove(RoomId room) {
    RoomItem gone = find(room);
    if (gone == null) {
      return;
    }
    if (selected.get() == gone) {
      int place = items.indexOf(gone);
      selected.set(items.size() == 1 ? null : items.get(place == 0 ? 1 : place - 1));
    }
    items.remove(gone);
  }

  @Nullable RoomItem find(RoomId room) {
    return items.stream().filter(item -> item.id().equals(room)).findFirst().orElse(null);
  }

  void onOutgoing(Outgoing message) {
    if (message.state() == Outgoing.State.FAILED) {
      failed.put(message.nonce(), message.room());
      showFailures(message.room());
    } else {
      discarded(message.nonce());
    }
  }

  /** The message waits for nobody's decision any more. */
  void discarded(Nonce nonce) {
    RoomId room = failed.remove(nonce);
    if (room != null) {
      showFailures(room);
    }
  }

  private void showFailures(RoomId room) {
    RoomItem item = find(room);
    if (item != null) {
      item.setFailed(failed.containsValue(room));
    }
  }

  void draft(RoomId room, String text) {
    RoomItem item = find(room);
    if (item != null) {
      item.setDraft(text);
    }
  }
}
