package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.Attachment;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The files of the room that is shown, the newest first, as far as they were asked for. */
public final class FilesPageModel {
  static final int PAGE = 40;

  /** Several messages that come at once cost one question. */
  private static final Duration ASK_AFTER = Duration.ofMillis(200);

  private final ObservableList<RoomFile> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(this, "more");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private @Nullable Seat seat;
  private @Nullable RoomItem room;
  private boolean open;
  private Runnable stopAsking = () -> {};

  public FilesPageModel() {}

  /** The newest first. */
  public ObservableList<RoomFile> items() {
    return items;
  }

  /** Whether there are older ones. */
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Why the list may be old or is missing; empty when it is as the server has it. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Somebody looks at it, or no longer. Without anybody nothing is asked. */
  public void open(boolean now) {
    open = now;
    if (now) {
      ask(0);
    }
  }

  /** Asks the server again. */
  public void refresh() {
    ask(0);
  }

  /** The next older page. */
  public void loadMore() {
    if (more.get() && !loading.get() && !items.isEmpty()) {
      ask(items.getLast().seq());
    }
  }

  public void attach(Seat now) {
    seat = now;
  }

  public void detach() {
    room(null);
    seat = null;
  }

  public void room(@Nullable RoomItem now) {
    stopAsking.run();
    room = now;
    items.clear();
    more.set(false);
    loading.set(false);
    problem.set("");
    if (open) {
      ask(0);
    }
  }

  public void onLive() {
    if (open) {
      ask(0);
    }
  }

  public void onEvents(RoomId of, List<Event.RoomEvent> events) {
    if (open && room != null && room.id().equals(of) && events.stream().anyMatch(this::concerns)) {
      stopAsking.run();
      if (seat != null) {
        stopAsking = seat.around().fx().after(ASK_AFTER, () -> ask(0));
      }
    }
  }

  private boolean concerns(Event.RoomEvent event) {
    return switch (event) {
      case Event.Message message -> !message.ties().files().isEmpty();
      case Event.Deleted deleted -> items.stream().anyMatch(item -> item.seq() == deleted.target());
      default -> false;
    };
  }

  private void ask(long before) {
    Seat now = seat;
    RoomItem asked = room;
    if (now == null || asked == null) {
      return;
    }
    loading.set(true);
    now.await(
        now.connection().files(asked.id(), before, PAGE),
        found -> {
          if (asked == room) {
            loading.set(false);
            problem.set("");
            show(before, found);
          }
        },
        e -> {
          if (asked == room) {
            loading.set(false);
            problem.set(Sentences.of(e));
          }
        });
  }

  private void show(long before, Event.Found found) {
    more.set(found.more());
    List<RoomFile> page = files(found.messages()).reversed();
    if (before == 0) {
      items.setAll(page);
    } else {
      items.addAll(page.stream().filter(file -> file.seq() < before).toList());
    }
  }

  /** All files of these messages, in their order. */
  static List<RoomFile> files(List<Event.Message> messages) {
    var files = new ArrayList<RoomFile>();
    for (Event.Message message : messages) {
      for (Attachment file : message.ties().files()) {
        files.add(new RoomFile(message.seq(), message.name(), message.at(), file));
      }
    }
    return files;
  }
}
