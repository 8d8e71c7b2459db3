package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.Names;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
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
  private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper(this, "unread");
  private final ReadOnlyLongWrapper mentions = new ReadOnlyLongWrapper(this, "mentions");
  private final ReadOnlyLongWrapper naming = new ReadOnlyLongWrapper(this, "naming");
  private final Map<Nonce, RoomId> failed = new HashMap<>();
  private final KeepModel keeps;
  private final Consumer<Toast> toasts;
  private final List<Runnable> listeners = new ArrayList<>();
  private Supplier<List<RoomItem>> order = () -> items;
  private Supplier<List<RoomItem>> inSight = () -> items;
  private @Nullable Seat seat;

  RoomListModel(KeepModel keeps, Consumer<Toast> toasts) {
    this.keeps = keeps;
    this.toasts = toasts;
    keeps.listen(this::keptChanged);
  }

  /** By name, the lobby first. */
  public ObservableList<RoomItem> items() {
    return items;
  }

  /** The room that is shown; null when there is none. */
  public ObjectProperty<@Nullable RoomItem> selectedProperty() {
    return selected;
  }

  /** Messages that were not read, in all rooms together that are not muted. */
  public ReadOnlyLongProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  /** How many of the unread ones name or call me, in all rooms together. */
  public ReadOnlyLongProperty namingProperty() {
    return naming.getReadOnlyProperty();
  }

  /** How many of the unread ones are for me, in all rooms together; see {@link RoomItem#count}. */
  public ReadOnlyLongProperty mentionsProperty() {
    return mentions.getReadOnlyProperty();
  }

  /** Is told whenever a room came, went or changed. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * In which order one goes from room to room.
   *
   * @param near those of them to which one gets step by step
   */
  public void goBy(Supplier<List<RoomItem>> all, Supplier<List<RoomItem>> near) {
    order = all;
    inSight = near;
  }

  /** Selects the room of that name, joining it first when needed. A problem becomes a toast. */
  public void openByName(String name, boolean create) {
    String wanted = Names.clean(name);
    items.stream()
        .filter(room -> !room.isDirect() && room.name().equalsIgnoreCase(wanted))
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
                  room.kind() == RoomKind.PUBLIC ? Texts.of("rooms.undo") : null,
                  () -> join(new Place.ById(room.id()))));
        },
        e -> toasts.accept(Toast.of(Sentences.of(e))));
  }

  /** Selects the room at that place of the list, from 0; answers whether there is one. */
  public boolean selectPlace(int place) {
    List<RoomItem> all = inSight.get();
    if (place >= all.size()) {
      return false;
    }
    selected.set(all.get(place));
    return true;
  }

  /** Takes a direct room out of sight until something is said in it. */
  public void hide(RoomItem room) {
    if (selected.get() == room) {
      List<RoomItem> others = order.get().stream().filter(one -> one != room).toList();
      selected.set(others.isEmpty() ? null : others.getFirst());
    }
    keeps.wish(room.id(), room.wishProperty().get().hidden(true));
  }

  /** Takes everything in every room for read. */
  public void readAll() {
    items.stream().filter(room -> room.unreadProperty().get() > 0).forEach(this::markRead);
  }

  /** All that was said there so far counts as read, on all my devices. */
  public void markRead(RoomItem room) {
    if (seat != null) {
      seat.connection().read(room.id(), room.state().head());
    }
  }

  /** Selects the next room, going round at the end. */
  public void selectNext(boolean unreadOnly) {
    step(inSight.get(), unreadOnly);
  }

  public void selectPrevious(boolean unreadOnly) {
    step(inSight.get().reversed(), unreadOnly);
  }

  private void step(List<RoomItem> inOrder, boolean unreadOnly) {
    var round = new ArrayList<>(inOrder);
    Collections.rotate(round, -1 - round.indexOf(selected.get()));
    round.stream()
        .filter(room -> !unreadOnly || room.calls())
        .filter(room -> room != selected.get())
        .findFirst()
        .ifPresent(selected::set);
  }

  private void join(Place place) {
    join(place, () -> {});
  }

  /** Becomes a member and shows the room; {@code done} runs then. A problem becomes a toast. */
  public void join(RoomId room, Runnable done) {
    join(new Place.ById(room), done);
  }

  private void join(Place place, Runnable done) {
    if (seat != null) {
      seat.await(
          seat.connection().join(place),
          joined -> {
            show(joined.room());
            done.run();
          },
          e -> toasts.accept(Toast.of(Sentences.of(e))));
    }
  }

  /** Adds a room I am a member of now, and selects it. */
  void show(RoomState room) {
    put(room);
    RoomItem shown = find(room.room().id());
    if (shown != null && shown.wishProperty().get().hidden()) {
      keeps.wish(shown.id(), shown.wishProperty().get().hidden(false));
    }
    selected.set(shown);
  }

  /** Another person's rooms, or those of another server. */
  void attach(Seat now, List<RoomState> rooms, List<Outgoing> outbox) {
    seat = now;
    failed.clear();
    become(rooms);
    outbox.forEach(this::onOutgoing);
  }

  void detach() {
    seat = null;
    failed.clear();
    selected.set(null);
    items.clear();
    changed();
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
      RoomItem item = new RoomItem(state);
      item.setDraft(keeps.draft(item.id()).text());
      item.setWish(keeps.wish(item.id()));
      items.add(item);
      FXCollections.sort(items, ORDER);
      comeBack(item);
      changed();
      return;
    }
    String before = known.name();
    known.become(state);
    if (!known.name().equals(before)) {
      FXCollections.sort(items, ORDER);
    }
    comeBack(known);
    changed();
  }

  /** A hidden conversation in which something was said is hidden no more. */
  private void comeBack(RoomItem room) {
    if (room.unreadProperty().get() > 0 && room.wishProperty().get().hidden()) {
      keeps.wish(room.id(), room.wishProperty().get().hidden(false));
    }
  }

  private void changed() {
    unread.set(
        items.stream()
            .filter(room -> !room.mutedProperty().get())
            .mapToLong(room -> room.unreadProperty().get())
            .sum());
    mentions.set(items.stream().mapToLong(RoomItem::count).sum());
    naming.set(items.stream().mapToLong(room -> room.mentionsProperty().get()).sum());
    listeners.forEach(Runnable::run);
  }

  void remove(RoomId room) {
    RoomItem gone = find(room);
    if (gone == null) {
      return;
    }
    if (selected.get() == gone) {
      selected.set(neighbourOf(gone));
    }
    items.remove(gone);
    changed();
  }

  /** Where one goes when a room is gone: the one above it, or the next. */
  private @Nullable RoomItem neighbourOf(RoomItem gone) {
    List<RoomItem> all = order.get();
    int place = all.indexOf(gone);
    if (all.size() < 2) {
      return null;
    }
    return all.get(place <= 0 ? 1 : place - 1);
  }

  /** Null when I am not in it. */
  public @Nullable RoomItem find(RoomId room) {
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

  private void keptChanged(String key) {
    RoomId room = KeepModel.draftOf(key);
    RoomItem item = room == null ? null : find(room);
    if (item != null) {
      item.setDraft(keeps.draft(item.id()).text());
    }
    RoomId wished = KeepModel.wishOf(key);
    RoomItem other = wished == null ? null : find(wished);
    if (other != null) {
      other.setWish(keeps.wish(other.id()));
      changed();
    }
  }
}
