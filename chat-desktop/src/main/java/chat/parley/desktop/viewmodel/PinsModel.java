package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The messages that are pinned to the selected room. */
public final class PinsModel {
  /** Several changes that come at once cost one question. */
  private static final Duration ASK_AFTER = Duration.ofMillis(200);

  private final ObservableList<PinItem> items = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private @Nullable Seat seat;
  private @Nullable RoomItem room;
  private Runnable stopAsking = () -> {};

  PinsModel() {}

  /** The newest pin first. */
  public ObservableList<PinItem> items() {
    return items;
  }

  /** Why the list may be old or is missing; empty when it is as the server has it. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Asks the server again. */
  public void refresh() {
    ask();
  }

  void attach(Seat now) {
    seat = now;
  }

  void detach() {
    room(null);
    seat = null;
  }

  void room(@Nullable RoomItem now) {
    stopAsking.run();
    room = now;
    items.clear();
    problem.set("");
    ask();
  }

  void onLive() {
    ask();
  }

  void onEvents(RoomId of, List<Event.RoomEvent> events) {
    if (room != null && room.id().equals(of) && events.stream().anyMatch(this::concerns)) {
      stopAsking.run();
      if (seat != null) {
        stopAsking = seat.around().fx().after(ASK_AFTER, this::ask);
      }
    }
  }

  /** What is gone because of its age is not pinned any more. */
  void onState(RoomState now) {
    if (room != null && room.id().equals(now.room().id())) {
      items.removeIf(pin -> pin.seq() <= now.expired());
    }
  }

  private boolean concerns(Event.RoomEvent event) {
    return switch (event) {
      case Event.Pinned _ -> true;
      case Event.Edited edited -> isPinned(edited.target());
      case Event.Deleted deleted -> isPinned(deleted.target());
      case Event.Reacted _,
          Event.Message _,
          Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Renamed _,
          Event.Unrecognized _ ->
          false;
    };
  }

  private boolean isPinned(long seq) {
    return items.stream().anyMatch(pin -> pin.seq() == seq);
  }

  private void ask() {
    if (seat == null || room == null) {
      return;
    }
    RoomItem asked = room;
    boolean may = MessageRights.of(asked.state(), seat.me()).pins();
    seat.await(
        seat.connection().pins(asked.id()),
        found -> {
          if (asked == room) {
            problem.set("");
            items.setAll(found.messages().stream().map(message -> item(message, may)).toList());
          }
        },
        e -> {
          if (asked == room) {
            problem.set(Sentences.of(e));
          }
        });
  }

  private static PinItem item(Event.Message message, boolean may) {
    return new PinItem(
        message.seq(),
        message.from(),
        message.name(),
        message.at(),
        FileWords.told(message.body(), message.ties().files()),
        may);
  }
}
