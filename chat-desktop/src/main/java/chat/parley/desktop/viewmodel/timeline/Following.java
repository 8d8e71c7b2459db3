package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import java.util.function.Consumer;

/** Which threads I follow, in any room: those that I said, else those in which I wrote. */
public final class Following {
  private final Seat seat;
  private final KeepModel keeps;

  public Following(Seat seat, KeepModel keeps) {
    this.seat = seat;
    this.keeps = keeps;
  }

  /** Answers on the FX thread: at once where I said it, else when the first message is found. */
  public void ask(RoomId room, long root, Consumer<Boolean> answer) {
    Boolean wanted = keeps.thread(room, root).follow();
    if (wanted != null) {
      answer.accept(wanted);
      return;
    }
    new MessageLookup(room, seat)
        .find(root, first -> answer.accept(first != null && ItemMaker.wroteIn(seat.me(), first)));
  }
}
