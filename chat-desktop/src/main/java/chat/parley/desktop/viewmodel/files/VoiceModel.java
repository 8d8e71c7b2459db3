package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Sounds;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** Records what is said, and attaches it. */
public final class VoiceModel {
  /** What is longer is a talk, not a message. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Duration TICK = Duration.ofSeconds(1);

  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper(this, "possible");
  private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper(this, "recording");
  private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper(this, "length");
  private final FilesModel files;
  private final Supplier<@Nullable Bundle> place;
  private Sounds.@Nullable Recording current;
  private @Nullable Bundle to;
  private Runnable stopTicking = () -> {};

  /**
   * @param place where it is attached
   */
  public VoiceModel(FilesModel files, Supplier<@Nullable Bundle> place) {
    this.files = files;
    this.place = place;
  }

  /** Whether there is a microphone. */
  public ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty recordingProperty() {
    return recording.getReadOnlyProperty();
  }

  /** How long it is so far, in milliseconds. */
  public ReadOnlyLongProperty lengthProperty() {
    return length.getReadOnlyProperty();
  }

  public void attach(Seat now) {
    now.await(
        now.connection().transfers().sounds().canRecord(), possible::set, _ -> possible.set(false));
  }

  public void start() {
    Seat now = files.seat();
    Bundle here = place.get();
    if (now == null || here == null || recording.get() || !possible.get()) {
      return;
    }
    to = here;
    current = now.connection().transfers().sounds().record();
    length.set(0);
    recording.set(true);
    tick(now);
  }

  private void tick(Seat on) {
    stopTicking =
        on.around()
            .fx()
            .after(
                TICK,
                () -> {
                  length.set(length.get() + TICK.toMillis());
                  if (length.get() >= LONGEST.toMillis()) {
                    finish();
                  } else {
                    tick(on);
                  }
                });
  }

  /** Attaches what was said. */
  public void finish() {
    Sounds.Recording done = current;
    Bundle here = to;
    Seat now = files.seat();
    over();
    if (done != null && here != null && now != null) {
      now.await(done.finish(), file -> files.take(here, file), e -> here.say(Sentences.of(e)));
    }
  }

  /** Throws away what was said. Answers whether anything was being recorded. */
  public boolean cancel() {
    Sounds.Recording done = current;
    over();
    if (done != null) {
      done.cancel();
    }
    return done != null;
  }

  private void over() {
    stopTicking.run();
    current = null;
    to = null;
    recording.set(false);
  }
}
