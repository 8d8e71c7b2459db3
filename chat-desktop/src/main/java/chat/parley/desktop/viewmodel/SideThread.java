package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.files.FilesModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.timeline.ThreadModel;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The thread at the side of the selected room, and where is written in it. */
public final class SideThread {
  private final ReadOnlyObjectWrapper<@Nullable ThreadModel> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private final ComposerModel composer;
  private final KeepModel keeps;
  private @Nullable Seat seat;
  private @Nullable RoomItem room;

  SideThread(KeepModel keeps, FilesModel files, UnaryOperator<String> finish) {
    this.keeps = keeps;
    composer = new ComposerModel(keeps, files, finish);
  }

  /** Null while none is open. */
  public ReadOnlyObjectProperty<@Nullable ThreadModel> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ComposerModel composer() {
    return composer;
  }

  /**
   * @param root the seq of the message under which the thread is
   */
  public void open(long root) {
    ThreadModel before = shown.get();
    if (seat == null || room == null || before != null && before.root() == root) {
      return;
    }
    close();
    var opened = new ThreadModel(room.state(), root, seat, keeps);
    opened.open();
    composer.place(room, root);
    shown.set(opened);
  }

  /** What was typed is kept for the next time. */
  public void close() {
    ThreadModel before = shown.get();
    if (before != null) {
      composer.place(null, 0);
      before.close();
      shown.set(null);
    }
  }

  void attach(Seat now) {
    seat = now;
    composer.attach(now);
  }

  void detach() {
    close();
    composer.detach();
    seat = null;
    room = null;
  }

  /** Another room is selected. */
  void room(@Nullable RoomItem now) {
    close();
    room = now;
  }

  void onLive() {
    if (shown.get() != null) {
      shown.get().onLive();
    }
  }

  void onEvents(RoomId of, List<Event.RoomEvent> events) {
    if (shown.get() != null && shown.get().room().equals(of)) {
      shown.get().onEvents(events);
    }
  }

  void onState(RoomState now) {
    if (shown.get() != null && shown.get().room().equals(now.room().id())) {
      shown.get().onState(now);
    }
  }

  void onOutgoing(Outgoing message) {
    if (shown.get() != null) {
      shown.get().onOutgoing(message);
    }
  }

  void discarded(Nonce nonce) {
    if (shown.get() != null) {
      shown.get().discarded(nonce);
    }
  }

  void keptChanged() {
    if (shown.get() != null) {
      shown.get().keptChanged();
    }
  }
}
