package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.RoomId;
import chat.parley.protocol.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Where a message is written; it goes to the selected room and each room keeps its own draft. */
public final class ComposerModel {
  /** A draft is written to disk so long after the last key. */
  static final Duration SAVE_AFTER = Duration.ofMillis(500);

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper placeholder =
      new ReadOnlyStringWrapper(this, "placeholder", "");
  private final ReadOnlyBooleanWrapper canSend = new ReadOnlyBooleanWrapper(this, "canSend");
  private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper(this, "left");
  private final ReadOnlyIntegerWrapper over = new ReadOnlyIntegerWrapper(this, "over");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  private final RoomListModel rooms;
  private final Map<RoomId, String> drafts = new HashMap<>();
  private @Nullable Seat seat;
  private @Nullable RoomItem room;
  private int limit = Limits.DEFAULT.bodyChars();
  private boolean sending;
  private Runnable stopSaving = () -> {};
  private @Nullable Runnable saveNow;

  ComposerModel(RoomListModel rooms) {
    this.rooms = rooms;
    text.addListener((_, _, now) -> changed(now));
    judge();
  }

  /** To be bound both ways to the field. */
  public StringProperty textProperty() {
    return text;
  }

  /** For example "Message #lobby". */
  public ReadOnlyStringProperty placeholderProperty() {
    return placeholder.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canSendProperty() {
    return canSend.getReadOnlyProperty();
  }

  /** How many characters still fit; negative when the text is too long. */
  public ReadOnlyIntegerProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** How many characters the text is too long; 0 when it fits. */
  public ReadOnlyIntegerProperty overProperty() {
    return over.getReadOnlyProperty();
  }

  /** Why the text could not be kept for sending; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Enter was pressed. The field is emptied once the message is on disk, not before. */
  public void send() {
    if (!canSend.get() || seat == null || room == null) {
      return;
    }
    String written = text.get();
    RoomId to = room.id();
    sending = true;
    judge();
    seat.await(
        seat.connection().send(to, written.stripTrailing()),
        _ -> sent(to, written),
        e -> {
          sending = false;
          problem.set(Sentences.of(e));
          judge();
        });
  }

  /** What was typed meanwhile stays, and so does another room's draft. */
  private void sent(RoomId to, String written) {
    sending = false;
    problem.set("");
    if (room != null && room.id().equals(to)) {
      String now = text.get();
      text.set(now.startsWith(written) ? now.substring(written.length()) : now);
    } else if (written.equals(drafts.get(to))) {
      keep(to, "");
    }
    flush();
    judge();
  }

  /** A key was typed that changed the text; others may be told. */
  public void typed() {
    if (seat == null || room == null || text.get().isBlank()) {
      return;
    }
    seat.connection().typing(room.id());
  }

  void attach(Seat now, Map<RoomId, String> kept) {
    drafts.clear();
    drafts.putAll(kept);
    seat = now;
  }

  void detach() {
    room(null);
    drafts.clear();
    seat = null;
  }

  void limits(Limits now) {
    limit = now.bodyChars();
    judge();
  }

  /** Another room is selected. */
  void room(@Nullable RoomItem now) {
    flush();
    room = now;
    problem.set("");
    text.set(now == null ? "" : drafts.getOrDefault(now.id(), ""));
    placeholder.set(now == null ? "" : Texts.of("composer.placeholder", now.name()));
    judge();
  }

  private void changed(String now) {
    if (room != null && !now.equals(drafts.getOrDefault(room.id(), ""))) {
      keep(room.id(), now);
    }
    judge();
  }

  /** Keeps a draft in memory at once and on disk soon. */
  private void keep(RoomId of, String draft) {
    drafts.put(of, draft);
    rooms.draft(of, draft);
    if (seat == null) {
      return;
    }
    stopSaving.run();
    Seat here = seat;
    saveNow = () -> save(here, of, draft);
    stopSaving = here.around().fx().after(SAVE_AFTER, this::flush);
  }

  /** Writes what still waits for its 500 ms. */
  void flush() {
    stopSaving.run();
    if (saveNow != null) {
      saveNow.run();
      saveNow = null;
    }
  }

  private void save(Seat here, RoomId of, String draft) {
    here.around()
        .background()
        .run(
            () -> {
              here.archive().draft(of, draft);
              return of;
            },
            _ -> {},
            e -> problem.set(Texts.of("composer.draft.not.kept", Sentences.of(e))));
  }

  private void judge() {
    int length = text.get().stripTrailing().length();
    left.set(limit - length);
    over.set(Math.max(0, length - limit));
    canSend.set(room != null && !sending && !text.get().isBlank() && over.get() == 0);
  }
}
