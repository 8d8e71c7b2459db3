package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What one page asks of the server: whether an answer is awaited, and what went wrong. */
public final class Errand {
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private @Nullable Seat seat;

  /** Answers that come to an older question are for nobody. */
  private int asked;

  private int open;

  Errand() {}

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why the last thing was not done, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void attach(Seat now) {
    seat = now;
  }

  void detach() {
    seat = null;
    open = 0;
    busy.set(false);
    problem.set("");
  }

  /** Now, on the clock of this computer, epoch milliseconds; 0 while nobody is in. */
  long now() {
    return seat == null ? 0 : seat.around().clock().millis();
  }

  /** Changes something; {@code done} runs when it is so. */
  void change(LongFunction<Command> command, Runnable done) {
    ask(command, Event.Done.class, _ -> done.run());
  }

  <T extends Event.Reply> void ask(
      LongFunction<Command> command, Class<T> type, Consumer<T> answer) {
    ask(here -> here.connection().ask(command, type), answer);
  }

  /** Asks something of which only the newest answer counts, such as a list. */
  <T extends Event.Reply> void askAnew(
      LongFunction<Command> command, Class<T> type, Consumer<T> answer) {
    int mine = ++asked;
    ask(
        command,
        type,
        reply -> {
          if (mine == asked) {
            answer.accept(reply);
          }
        });
  }

  <T> void ask(Function<Seat, CompletableFuture<T>> question, Consumer<T> answer) {
    Seat here = seat;
    if (here == null) {
      return;
    }
    open++;
    busy.set(true);
    problem.set("");
    here.await(
        question.apply(here),
        reply -> {
          if (seat == here) {
            over();
            answer.accept(reply);
          }
        },
        e -> {
          if (seat == here) {
            over();
            problem.set(Sentences.of(e));
          }
        });
  }

  private void over() {
    open--;
    busy.set(open > 0);
  }
}
