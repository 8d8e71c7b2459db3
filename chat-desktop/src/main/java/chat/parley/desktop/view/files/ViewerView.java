package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.DownloadModel;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.files.RoomFile;
import chat.parley.desktop.viewmodel.files.Step;
import chat.parley.desktop.viewmodel.files.ViewerModel;
import java.io.File;
import java.util.function.LongFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A picture closely, over all of the window, and the ways to its neighbours. */
public final class ViewerView extends BorderPane {
  private final ViewerModel model;
  private final LongFunction<String> times;
  private final ZoomPane zoom = new ZoomPane(this::sharpen);
  private final Label name = Controls.label("", "viewer-name");
  private final Label about = Controls.label("", "viewer-about");
  private final Label state = Controls.folding(Controls.label("", "viewer-state"));
  private final ProgressBar bar = Controls.folding(new ProgressBar());
  private final Button previous;
  private final Button next;
  private final Button copy;
  private final Button close;
  private Subscription progress = Subscription.EMPTY;

  /** Where the picture that is shown lies; null until it is there. */
  private @Nullable File file;

  /**
   * @param times says when that was, epoch milliseconds
   */
  public ViewerView(ViewerModel model, LongFunction<String> times, Runnable closing) {
    this.model = model;
    this.times = times;
    getStyleClass().add("viewer");
    setId("viewer");
    previous =
        Controls.iconButton(
            Feather.CHEVRON_LEFT, Texts.of("view.viewer.previous"), model::previous);
    next = Controls.iconButton(Feather.CHEVRON_RIGHT, Texts.of("view.viewer.next"), model::next);
    copy = Controls.iconButton(Feather.COPY, Texts.of("view.viewer.copy"), this::copy);
    close = Controls.iconButton(Feather.X, Texts.of("view.close"), closing);
    setTop(head());
    StackPane middle = new StackPane(zoom, waiting(), previous, next);
    StackPane.setAlignment(previous, Pos.CENTER_LEFT);
    StackPane.setAlignment(next, Pos.CENTER_RIGHT);
    previous.getStyleClass().add("viewer-step");
    next.getStyleClass().add("viewer-step");
    middle.getStyleClass().add("viewer-middle");
    setCenter(middle);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.shownProperty().subscribe(this::show);
    model.placeProperty().subscribe(this::showWays);
    model.countProperty().subscribe(this::showWays);
    sceneProperty().addListener((_, _, now) -> leftIf(now == null));
  }

  /** Takes the keyboard. */
  public void open() {
    close.requestFocus();
  }

  /** Whether the picture is there as it is, not only small. */
  public boolean isWhole() {
    return file != null;
  }

  /** Whether what is in sight of it is as sharp as it can be. */
  public boolean isSharp() {
    return isWhole() && zoom.isSharp();
  }

  ZoomPane zoom() {
    return zoom;
  }

  /** The download outlives this view. */
  private void leftIf(boolean gone) {
    if (gone) {
      progress.unsubscribe();
    }
  }

  private Node head() {
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    VBox words = new VBox(name, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head =
        new HBox(
            words,
            Controls.iconButton(
                Feather.ZOOM_OUT, Texts.of("view.viewer.smaller"), () -> zoom.step(-1)),
            Controls.iconButton(Feather.MAXIMIZE, Texts.of("view.viewer.fit"), zoom::fit),
            Controls.iconButton(
                Feather.ZOOM_IN, Texts.of("view.viewer.larger"), () -> zoom.step(1)),
            copy,
            Controls.iconButton(Feather.DOWNLOAD, Texts.of("view.files.save"), this::save),
            close);
    head.getStyleClass().add("viewer-head");
    return head;
  }

  private Node waiting() {
    VBox waiting = new VBox(bar, state);
    waiting.getStyleClass().add("viewer-waiting");
    waiting.setMouseTransparent(true);
    StackPane.setAlignment(waiting, Pos.BOTTOM_CENTER);
    return waiting;
  }

  private void show(RoomFile picture) {
    progress.unsubscribe();
    file = null;
    name.setText(picture.file().name());
    about.setText(
        Texts.of("view.viewer.about", picture.name(), times.apply(picture.at()), size(picture)));
    zoom.setAccessibleText(Texts.of("view.files.picture", picture.file().name()));
    zoom.show(PictureStore.there(picture.file()), picture.file().width(), picture.file().height());
    DownloadModel download = model.download();
    progress =
        Subscription.combine(
            download.stepProperty().subscribe(() -> showProgress(download)),
            download.problemProperty().subscribe(() -> showProgress(download)),
            download.gotProperty().subscribe(() -> showProgress(download)));
    showProgress(download);
    showWays();
    download.fetch(path -> zoom.whenSized(() -> decode(picture, new File(path))));
  }

  /** As large as it is seen: all of a large one would be drawn for a long moment. */
  private void decode(RoomFile picture, File there) {
    Decoder.decode(
        there,
        zoom.side(picture.file().width(), picture.file().height()),
        image -> {
          if (picture == model.shownProperty().get()) {
            arrived(picture, there, image);
          }
        });
  }

  private void arrived(RoomFile picture, File there, @Nullable Image image) {
    if (image == null) {
      state.setText(Texts.of("view.viewer.broken"));
      state.setVisible(true);
      return;
    }
    file = there;
    copy.setDisable(false);
    zoom.show(image, picture.file().width(), picture.file().height());
  }

  private void sharpen() {
    File shown = file;
    if (shown != null) {
      Decoder.tiles(
          shown,
          tiles -> {
            if (tiles != null && shown.equals(file)) {
              zoom.sharpen(tiles);
            }
          });
    }
  }

  private static String size(RoomFile picture) {
    return Texts.of(
        "view.viewer.size",
        Integer.toString(picture.file().width()),
        Integer.toString(picture.file().height()),
        FileWords.size(picture.file().size()));
  }

  private void showProgress(DownloadModel download) {
    Step step = download.stepProperty().get();
    boolean moves = step == Step.MOVING || step == Step.WAITING;
    bar.setVisible(moves && file == null);
    bar.setProgress((double) download.gotProperty().get() / Math.max(1, download.file().size()));
    state.setVisible(step == Step.WAITING || step == Step.FAILED);
    String reason = download.problemProperty().get();
    state.setText(step == Step.WAITING ? Waiting.words(reason) : reason);
    copy.setDisable(file == null);
  }

  private void showWays() {
    previous.setVisible(model.hasPrevious());
    next.setVisible(model.hasNext());
  }

  private void save() {
    Saving.of(model.download(), this);
  }

  /** All of it, whatever of it is in sight. */
  private void copy() {
    if (file != null) {
      Decoder.decode(file, Decoder.MOST, this::copied);
    }
  }

  private void copied(@Nullable Image image) {
    if (image != null) {
      ClipboardContent content = new ClipboardContent();
      content.putImage(image);
      Clipboard.getSystemClipboard().setContent(content);
      state.setText(Texts.of("view.viewer.copied"));
      state.setVisible(true);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown()) {
      switch (event.getCode()) {
        case C -> copy();
        case S -> save();
        default -> {
          return;
        }
      }
      event.consume();
      return;
    }
    switch (event.getCode()) {
      case LEFT -> model.previous();
      case RIGHT -> model.next();
      case PLUS, ADD, EQUALS -> zoom.step(1);
      case MINUS, SUBTRACT -> zoom.step(-1);
      case DIGIT0, NUMPAD0 -> zoom.fit();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
