package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.files.Step;
import chat.parley.desktop.viewmodel.files.UploadModel;
import chat.parley.model.Attachment;
import java.io.File;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A file that is attached: what it looks like, how far it is, and the way out. */
final class AttachedChip extends HBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /** Pixels of a picture's longer side, of which the chip shows the shorter. */
  private static final int CHIP = 512;

  private final UploadModel upload;
  private final FileParts parts;
  private final StackPane picture;
  private final Label details = Controls.label("", "file-details");
  private final ProgressBar bar = Controls.folding(new ProgressBar(0));
  private final Button retry;
  private boolean pictured;

  AttachedChip(UploadModel upload, FileParts parts, Runnable remove) {
    this.upload = upload;
    this.parts = parts;
    getStyleClass().add("attached-chip");
    setAccessibleRole(AccessibleRole.PARENT);
    picture = new FileSign(upload.name(), upload.type());
    Label name = FileName.of(upload.name());
    Tip.of(details, () -> upload.problemProperty().get());
    bar.setMaxWidth(Double.MAX_VALUE);
    VBox middle = new VBox(name, bar, details);
    middle.getStyleClass().add("file-middle");
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    retry =
        Controls.folding(
            Controls.iconButton(Feather.ROTATE_CW, Texts.of("view.files.retry"), upload::retry));
    retry.getStyleClass().add("small");
    Button out = Controls.iconButton(Feather.X, Texts.of("view.files.remove"), remove);
    out.setAccessibleText(
        Texts.of("view.files.spoken", Texts.of("view.files.remove"), upload.name()));
    out.getStyleClass().addAll("small", "remove-file");
    getChildren().addAll(picture, middle, retry, out);
    ObservableValue<Boolean> shown = sceneProperty().map(scene -> true).orElse(false);
    upload.stepProperty().when(shown).subscribe(_ -> show());
    upload.sentProperty().when(shown).subscribe(_ -> show());
    upload.problemProperty().when(shown).subscribe(_ -> show());
    if (upload.type().startsWith("image/") && new File(upload.path()).isFile()) {
      Decoder.decode(new File(upload.path()), CHIP, this::pictured);
    }
    show();
  }

  private void pictured(@Nullable Image image) {
    if (image != null && !pictured) {
      pictured = true;
      picture.getChildren().setAll(new Thumbnail(image));
    }
  }

  private void show() {
    Step step = upload.stepProperty().get();
    boolean moves = step == Step.MOVING || step == Step.WAITING;
    long size = upload.size();
    long sent = upload.sentProperty().get();
    String reason = upload.problemProperty().get();
    bar.setVisible(moves);
    bar.setProgress(size == 0 ? 0 : (double) sent / size);
    retry.setVisible(step == Step.FAILED);
    pseudoClassStateChanged(FAILED, step == Step.FAILED);
    details.setWrapText(!reason.isEmpty()); // it says the reason nowhere else
    details.setText(
        switch (step) {
          case IDLE, DONE -> FileWords.size(size);
          case MOVING ->
              Texts.of("view.files.progress", FileWords.size(sent), FileWords.size(size));
          case WAITING -> Waiting.words(reason);
          case FAILED -> reason;
        });
    setAccessibleText(Texts.of("view.files.file", upload.name(), details.getText()));
    Attachment whole = upload.whole();
    if (whole != null && whole.thumb() && !pictured && !new File(upload.path()).isFile()) {
      PictureStore.ask(
          parts.model().thumbs(),
          whole,
          new PictureStore.Wanting() {
            @Override
            public void loaded(Image image) {
              pictured(image);
            }

            @Override
            public void missing() {
              // The sign for its kind stays.
            }
          });
    }
  }
}
