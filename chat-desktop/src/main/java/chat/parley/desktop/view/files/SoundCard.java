package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.DownloadModel;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.files.PlayerModel;
import chat.parley.model.Attachment;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Something to listen to, here in the message. */
public final class SoundCard extends HBox {
  private final PlayerModel player;
  private final DownloadModel download;
  private final Button play;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label time = Controls.label("", "file-details");

  public SoundCard(Attachment file, FileParts parts) {
    player = parts.model().player();
    download = parts.model().download(file);
    getStyleClass().addAll("file-card", "sound-card");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(Texts.of("view.files.sound", file.name()));
    play = Controls.iconButton(Feather.PLAY, "", () -> player.toggle(download));
    play.getStyleClass().add("sound-play");
    bar.setMaxWidth(Double.MAX_VALUE);
    time.setMinWidth(Region.USE_PREF_SIZE);
    Label name = FileName.of(file.name());
    VBox middle = new VBox(name, bar, time);
    middle.getStyleClass().add("file-middle");
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    Button save =
        Controls.iconButton(
            Feather.DOWNLOAD, Texts.of("view.files.save"), () -> Saving.of(download, this));
    save.setAccessibleText(Texts.of("view.files.spoken", Texts.of("view.files.save"), file.name()));
    getChildren().addAll(play, middle, save);
    ObservableValue<Boolean> shown = sceneProperty().map(scene -> true).orElse(false);
    player.fileProperty().when(shown).subscribe(_ -> show());
    player.playingProperty().when(shown).subscribe(_ -> show());
    player.positionProperty().when(shown).subscribe(_ -> show());
    player.lengthProperty().when(shown).subscribe(_ -> show());
    download.stepProperty().when(shown).subscribe(_ -> show());
    download.problemProperty().when(shown).subscribe(_ -> show());
    show();
  }

  private void show() {
    Attachment file = download.file();
    boolean mine = file.id().equals(player.fileProperty().get());
    boolean playing = mine && player.playingProperty().get();
    String does = Texts.of(playing ? "view.files.pause" : "view.files.play");
    play.setGraphic(Icons.of(playing ? Feather.PAUSE : Feather.PLAY));
    if (!does.equals(play.getProperties().get("does"))) {
      play.getProperties().put("does", does);
      Controls.name(play, does);
      play.setAccessibleText(Texts.of("view.files.spoken", does, file.name()));
    }
    long length = mine ? player.lengthProperty().get() : 0;
    long at = mine ? player.positionProperty().get() : 0;
    bar.setProgress(length == 0 ? 0 : Math.min(1, (double) at / length));
    time.setText(length == 0 ? words(file) : FileWords.time(at) + " / " + FileWords.time(length));
  }

  private String words(Attachment file) {
    return switch (download.stepProperty().get()) {
      case IDLE, DONE -> FileWords.size(file.size());
      case MOVING ->
          Texts.of(
              "view.files.progress",
              FileWords.size(download.gotProperty().get()),
              FileWords.size(file.size()));
      case WAITING -> Waiting.words(download.problemProperty().get());
      case FAILED -> download.problemProperty().get();
    };
  }
}
