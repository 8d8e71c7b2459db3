package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sounds;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is listened to: one file at a time. */
public final class PlayerModel {
  private final ReadOnlyObjectWrapper<@Nullable FileId> file =
      new ReadOnlyObjectWrapper<>(this, "file");
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
  private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper(this, "position");
  private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper(this, "length");
  private @Nullable Seat seat;
  private Sounds.@Nullable Playing sounding;
  private int turn;

  PlayerModel() {}

  /** Which file it is about; null before the first. */
  public ReadOnlyObjectProperty<@Nullable FileId> fileProperty() {
    return file.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** In milliseconds. */
  public ReadOnlyLongProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** In milliseconds; 0 while it is not known. */
  public ReadOnlyLongProperty lengthProperty() {
    return length.getReadOnlyProperty();
  }

  /** Whether this computer plays such a file itself. */
  public static boolean plays(Attachment file) {
    return switch (file.type()) {
      case "audio/wav",
          "audio/x-wav",
          "audio/wave",
          "audio/vnd.wave",
          "audio/basic",
          "audio/aiff",
          "audio/x-aiff" ->
          true;
      default -> false;
    };
  }

  /** Plays, or pauses when that file plays. Opens it elsewhere where it cannot be played here. */
  public void toggle(DownloadModel download) {
    Attachment wanted = download.file();
    if (wanted.id().equals(file.get()) && playing.get()) {
      pause();
      return;
    }
    boolean goesOn = wanted.id().equals(file.get()) && position.get() < length.get();
    long from = goesOn ? position.get() : 0;
    hush();
    if (!goesOn) {
      file.set(wanted.id());
      position.set(0);
      length.set(0);
    }
    int mine = turn;
    download.fetch(
        path -> {
          if (mine == turn) {
            play(path, from, download);
          }
        });
  }

  private void play(String path, long from, DownloadModel download) {
    Seat now = seat;
    if (now == null) {
      return;
    }
    int mine = ++turn;
    playing.set(true);
    sounding =
        now.connection().transfers().sounds().play(path, from, new Heard(now, mine, download));
  }

  public void pause() {
    hush();
    playing.set(false);
  }

  private void hush() {
    turn++;
    playing.set(false);
    if (sounding != null) {
      sounding.stop();
      sounding = null;
    }
  }

  void attach(Seat now) {
    seat = now;
  }

  void detach() {
    hush();
    file.set(null);
    seat = null;
  }

  private final class Heard implements Sounds.PlayNews {
    private final Seat on;
    private final int mine;
    private final DownloadModel download;

    Heard(Seat on, int mine, DownloadModel download) {
      this.on = on;
      this.mine = mine;
      this.download = download;
    }

    private void now(Runnable deed) {
      on.around()
          .fx()
          .run(
              () -> {
                if (mine == turn) {
                  deed.run();
                }
              });
    }

    @Override
    public void length(long millis) {
      now(() -> length.set(millis));
    }

    @Override
    public void at(long millis) {
      now(() -> position.set(millis));
    }

    @Override
    public void ended() {
      now(
          () -> {
            hush();
            position.set(0);
          });
    }

    @Override
    public void failed() {
      now(
          () -> {
            hush();
            download.open();
          });
    }
  }
}
