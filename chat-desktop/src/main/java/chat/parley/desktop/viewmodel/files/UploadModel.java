package chat.parley.desktop.viewmodel.files;

import chat.parley.client.FileStamp;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.desktop.viewmodel.outside.Transfers;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A file that is attached, and how far it has come to the server. */
public final class UploadModel {
  /** A server forgets after an hour what goes with no message. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  private final ReadOnlyObjectWrapper<Step> step =
      new ReadOnlyObjectWrapper<>(this, "step", Step.MOVING);
  private final ReadOnlyLongWrapper sent = new ReadOnlyLongWrapper(this, "sent");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Transfers transfers;
  private final FxThread fx;
  private final Runnable changed;
  private final InstantSource clock;
  private Parcel parcel;

  /**
   * When the server said that it was there, epoch milliseconds; 0 when that was in an earlier run.
   */
  private long arrivedAt;

  private Transfers.@Nullable Going going;

  /** Counts the tries; what an earlier one still has to say is of no interest. */
  private int tries;

  /**
   * @param changed runs whenever its step is another
   */
  UploadModel(
      Parcel parcel, Transfers transfers, FxThread fx, InstantSource clock, Runnable changed) {
    this.parcel = parcel;
    this.clock = clock;
    this.transfers = transfers;
    this.fx = fx;
    this.changed = changed;
    if (parcel.whole() != null) {
      sent.set(parcel.from().size());
      step.set(Step.DONE);
    }
  }

  public String name() {
    return parcel.from().name();
  }

  /** In bytes. */
  public long size() {
    return parcel.from().size();
  }

  /** Its media type, as far as this computer knows. */
  public String type() {
    return parcel.from().type();
  }

  /** Where it lies on this computer; empty when it does not any more. */
  public String path() {
    return parcel.from().path();
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** How many bytes are there. */
  public ReadOnlyLongProperty sentProperty() {
    return sent.getReadOnlyProperty();
  }

  /** Why it does not go on, or waits; empty when it goes on, or waits for the connection. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What it has become on the server; null while it is not there. */
  public @Nullable Attachment whole() {
    return parcel.whole();
  }

  Parcel parcel() {
    return parcel;
  }

  /** Begins, or goes on where it was. */
  void start() {
    if (step.get() == Step.DONE) {
      return;
    }
    go();
  }

  /** Asks for it again when it has lain on the server for so long that it may be forgotten. */
  void renew() {
    if (step.get() == Step.DONE && clock.millis() - arrivedAt > FRESH.toMillis()) {
      go();
    }
  }

  private void go() {
    stop();
    int mine = ++tries;
    problem.set("");
    become(Step.MOVING);
    going = transfers.upload(parcel, new FxNews(fx, new Heard(mine)));
  }

  /** After a failure. */
  public void retry() {
    if (step.get() == Step.FAILED) {
      start();
    }
  }

  /** There is a connection: need not wait any longer. */
  void hurry() {
    if (step.get() == Step.WAITING) {
      start();
    }
  }

  void stop() {
    tries++;
    if (going != null) {
      going.stop();
      going = null;
    }
  }

  private void become(Step now) {
    if (step.get() != now) {
      step.set(now);
      changed.run();
    }
  }

  private final class Heard implements FxNews.Hearer {
    private final int mine;

    Heard(int mine) {
      this.mine = mine;
    }

    private boolean isOld() {
      return mine != tries;
    }

    @Override
    public void begun(FileId id, FileStamp of) {
      if (!isOld()) {
        parcel = parcel.begun(id, of);
      }
    }

    @Override
    public void moved(long bytes) {
      if (!isOld() && step.get() != Step.DONE) {
        sent.set(bytes);
        problem.set("");
        become(Step.MOVING);
      }
    }

    @Override
    public void waits() {
      putOff("");
    }

    @Override
    public void putOff(String sentence) {
      if (!isOld()) {
        problem.set(sentence);
        become(Step.WAITING);
      }
    }

    @Override
    public void failed(String sentence) {
      if (!isOld()) {
        problem.set(sentence);
        become(Step.FAILED);
      }
    }

    @Override
    public void arrived(Attachment file) {
      if (!isOld()) {
        arrivedAt = clock.millis();
        parcel = parcel.arrived(file);
        sent.set(size());
        become(Step.DONE);
      }
    }
  }
}
