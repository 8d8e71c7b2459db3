package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.DownloadModel;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.files.Step;
import chat.parley.model.Attachment;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A file that is not shown in the message itself: what it is, how far it has come, what to do. */
public final class FileCard extends HBox {
  private final DownloadModel download;
  private final Label details = Controls.label("", "file-details");
  private final ProgressBar bar = Controls.folding(new ProgressBar());
  private final Button open;
  private final Button save;
  private final Button stop;
  private final Button retry;

  public FileCard(Attachment file, FileParts parts) {
    this(file, parts, Controls.label("", "file-details"));
  }

  /**
   * @param beside stands under the name, for example who sent it
   */
  public FileCard(Attachment file, FileParts parts, Label beside) {
    download = parts.model().download(file);
    getStyleClass().add("file-card");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(Texts.of("view.files.file", file.name(), FileWords.size(file.size())));
    open = button(Feather.EXTERNAL_LINK, "view.files.open", file, download::open);
    save = button(Feather.DOWNLOAD, "view.files.save", file, () -> Saving.of(download, this));
    stop = button(Feather.X, "view.files.stop", file, download::stop);
    retry = button(Feather.ROTATE_CW, "view.files.retry", file, download::retry);
    Node middle = middle(file, beside);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(new FileSign(file.name(), file.type()), middle, open, save, stop, retry);
    follow();
  }

  private Node middle(Attachment file, Label beside) {
    Label name = FileName.of(file.name());
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(details, beside);
    line.getStyleClass().add("file-line");
    VBox middle = new VBox(name, bar, line);
    middle.getStyleClass().add("file-middle");
    middle.setMinWidth(0);
    return middle;
  }

  private static Button button(Feather glyph, String key, Attachment file, Runnable action) {
    Button button = Controls.folding(Controls.iconButton(glyph, Texts.of(key), action));
    button.setAccessibleText(Texts.of("view.files.spoken", Texts.of(key), file.name()));
    return button;
  }

  /** The file outlives this card: it is listened to only while the card is in a window. */
  private void follow() {
    ObservableValue<Boolean> shown = sceneProperty().map(scene -> true).orElse(false);
    download.stepProperty().when(shown).subscribe(_ -> show());
    download.gotProperty().when(shown).subscribe(_ -> show());
    download.problemProperty().when(shown).subscribe(_ -> show());
    show();
  }

  private void show() {
    Step step = download.stepProperty().get();
    long size = download.file().size();
    long got = download.gotProperty().get();
    String reason = download.problemProperty().get();
    boolean moves = step == Step.MOVING || step == Step.WAITING;
    // A sentence may be longer than the card; a size never is.
    details.setMinWidth(!reason.isEmpty() ? 0 : Region.USE_PREF_SIZE);
    bar.setVisible(moves && size > 0);
    bar.setProgress(size == 0 ? 0 : (double) got / size);
    open.setVisible(!moves);
    save.setVisible(!moves);
    stop.setVisible(moves);
    retry.setVisible(step == Step.FAILED);
    details.setText(
        switch (step) {
          case IDLE, DONE -> FileWords.size(size);
          case MOVING -> Texts.of("view.files.progress", FileWords.size(got), FileWords.size(size));
          case WAITING -> Waiting.words(reason);
          case FAILED -> reason;
        });
  }
}
