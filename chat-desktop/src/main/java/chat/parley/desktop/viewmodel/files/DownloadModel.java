package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Transfers;
import chat.parley.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A file of the server, and how far it has come to this computer. */
public final class DownloadModel {
  private final ReadOnlyObjectWrapper<Step> step =
      new ReadOnlyObjectWrapper<>(this, "step", Step.IDLE);
  private final ReadOnlyLongWrapper got = new ReadOnlyLongWrapper(this, "got");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Attachment file;
  private final Consumer<Toast> toasts;
  private final List<Consumer<String>> wanted = new ArrayList<>();
  private @Nullable Seat seat;
  private Transfers.@Nullable Going going;

  /** Where it shall lie; null for the app's own folder. */
  private @Nullable String to;

  private int tries;

  DownloadModel(Attachment file, Consumer<Toast> toasts) {
    this.file = file;
    this.toasts = toasts;
  }

  public Attachment file() {
    return file;
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** How many bytes are there. */
  public ReadOnlyLongProperty gotProperty() {
    return got.getReadOnlyProperty();
  }

  /** Why it does not go on, or waits; empty when it goes on, or waits for the connection. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  DownloadModel attach(@Nullable Seat now) {
    seat = now;
    return this;
  }

  /**
   * Brings it into the app's own folder.
   *
   * @param then is told where it lies; not at all when it does not come
   */
  public void fetch(Consumer<String> then) {
    wanted.add(then);
    if (to != null || !isUnderWay()) {
      begin(null);
    }
  }

  /** Opens it with the program it belongs to, unless it could do harm. */
  public void open() {
    if (FileWords.runs(file.name())) {
      toasts.accept(Toast.of(Texts.of("files.runs", file.name())));
      return;
    }
    fetch(this::openThere);
  }

  private void openThere(String path) {
    if (seat != null) {
      seat.await(
          seat.connection().transfers().open(path),
          opened -> {
            if (!opened) {
              toasts.accept(Toast.of(Texts.of("files.no.program", file.name())));
            }
          },
          e -> toasts.accept(Toast.of(Sentences.of(e))));
    }
  }

  /** Brings it to that place of this computer. */
  public void saveTo(String path) {
    wanted.add(_ -> toasts.accept(Toast.of(Texts.of("files.saved", file.name()))));
    begin(path);
  }

  /** Stops; what is there stays, and the next time it goes on from there. */
  public void stop() {
    wanted.clear();
    halt();
    if (step.get() != Step.DONE) {
      step.set(Step.IDLE);
    }
  }

  public void retry() {
    if (step.get() == Step.FAILED) {
      begin(to);
    }
  }

  void hurry() {
    if (step.get() == Step.WAITING) {
      begin(to);
    }
  }

  private boolean isUnderWay() {
    return step.get() == Step.MOVING || step.get() == Step.WAITING;
  }

  private void halt() {
    tries++;
    if (going != null) {
      going.stop();
      going = null;
    }
  }

  private void begin(@Nullable String place) {
    halt();
    Seat now = seat;
    if (now == null) {
      return;
    }
    int mine = tries;
    to = place;
    problem.set("");
    step.set(Step.MOVING);
    going =
        now.connection()
            .transfers()
            .download(file, place, new FxNews(now.around().fx(), new Heard(mine)));
  }

  private final class Heard implements FxNews.Hearer {
    private final int mine;

    Heard(int mine) {
      this.mine = mine;
    }

    @Override
    public void moved(long bytes) {
      if (mine == tries && step.get() != Step.DONE) {
        got.set(bytes);
        problem.set("");
        step.set(Step.MOVING);
      }
    }

    @Override
    public void waits() {
      putOff("");
    }

    @Override
    public void putOff(String sentence) {
      if (mine == tries) {
        problem.set(sentence);
        step.set(Step.WAITING);
      }
    }

    @Override
    public void failed(String sentence) {
      if (mine == tries) {
        wanted.clear();
        problem.set(sentence);
        step.set(Step.FAILED);
      }
    }

    @Override
    public void fetched(String path) {
      if (mine == tries) {
        got.set(file.size());
        step.set(Step.DONE);
        List<Consumer<String>> told = List.copyOf(wanted);
        wanted.clear();
        told.forEach(one -> one.accept(path));
      }
    }
  }
}
