package chat.parley.desktop.viewmodel.room;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.admin.ReportsModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** Keeping order in the shown room. What the server does not do becomes a toast. */
public final class OrderModel {
  /** How many seconds members can be made to wait between their messages; 0 for not at all. */
  public static final List<Integer> SLOW_SECONDS = List.of(0, 5, 10, 30, 60, 300, 3_600);

  /** For how many seconds somebody can be kept from writing. */
  public static final List<Integer> MUTE_SECONDS = List.of(600, 3_600, 86_400);

  private final ReportsModel reports = new ReportsModel();
  private final ReadOnlyLongWrapper waiting = new ReadOnlyLongWrapper(this, "waiting");
  private final ToLongFunction<RoomId> counted;
  private final Runnable lookAtMembers;
  private final Consumer<Toast> toasts;
  private @Nullable Seat seat;
  private @Nullable RoomItem room;

  /**
   * @param counted how many reports of a room wait
   * @param lookAtMembers asks the server again who is in the room
   */
  public OrderModel(
      ToLongFunction<RoomId> counted, Runnable lookAtMembers, Consumer<Toast> toasts) {
    this.counted = counted;
    this.lookAtMembers = lookAtMembers;
    this.toasts = toasts;
  }

  /** What was reported in this room; asked for when somebody looks. */
  public ReportsModel reports() {
    return reports;
  }

  /** How many of them wait; 0 for who may not see them. */
  public ReadOnlyLongProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** A report came, or was dealt with. A list that is known is asked for anew. */
  public void recount() {
    long before = waiting.get();
    waiting.set(room == null ? 0 : counted.applyAsLong(room.id()));
    if (waiting.get() != before && reports.shelf().knownProperty().get()) {
      reports.shelf().refresh();
    }
  }

  /**
   * @param seconds 0 lets them write again
   */
  public void mute(Person person, long seconds) {
    ask((id, of) -> new Command.Mute(id, of, person.id(), seconds), lookAtMembers);
  }

  public void slow(int seconds) {
    ask((id, of) -> new Command.SlowMode(id, of, seconds), () -> {});
  }

  private void ask(BiFunction<Long, RoomId, Command> command, Runnable done) {
    RoomItem of = room;
    if (seat != null && of != null) {
      seat.await(
          seat.connection().ask(id -> command.apply(id, of.id()), Event.Done.class),
          _ -> done.run(),
          e -> toasts.accept(Toast.of(Sentences.of(e))));
    }
  }

  public void attach(Seat now) {
    seat = now;
    reports.attach(now);
  }

  public void detach() {
    room(null);
    reports.detach();
    seat = null;
  }

  /** Another room is shown. */
  public void room(@Nullable RoomItem now) {
    room = now;
    reports.room(now == null ? null : now.id());
    recount();
  }
}
