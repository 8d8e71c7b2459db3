package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.NextFrames;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.DownloadModel;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.files.RoomFile;
import chat.parley.desktop.viewmodel.files.Step;
import chat.parley.desktop.viewmodel.files.ViewerModel;
import java.io.File;
import java.util.function.LongFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
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
  private final Runnable closing;
  private final ZoomPane zoom = new ZoomPane(this::sharpen);
  private final HBox head = new HBox();
  private final VBox words = new VBox();
  private final StackPane middle = new StackPane(zoom);
  private final Label state = Controls.folding(Controls.label("", "viewer-state"));
  private final ProgressBar bar = Controls.folding(new ProgressBar());
  private Subscription progress = Subscription.EMPTY;
  private boolean built;

  /** Where the picture that is shown lies; null until it is there. */
  private final ObjectProperty<@Nullable File> file = new SimpleObjectProperty<>(this, "file");

  /**
   * @param times says when that was, epoch milliseconds
   */
  public ViewerView(ViewerModel model, LongFunction<String> times, Runnable closing) {
    this.model = model;
    this.times = times;
    this.closing = closing;
    getStyleClass().add("viewer");
    setId("viewer");
    head.getStyleClass().add("viewer-head");
    setTop(head);
    middle.getStyleClass().add("viewer-middle");
    setCenter(middle);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    sceneProperty().addListener((_, _, now) -> leftIf(now == null));
  }

  /** Takes the keyboard. The picture comes first, and what stands around it after it. */
  public void open() {
    requestFocus();
    NextFrames.each(
        this::addPicture,
        this::addName,
        this::addAbout,
        this::addZooming,
        this::addDoing,
        this::addWays,
        this::addWaiting);
  }

  /** Whether the picture is there as it is, not only small, and all that stands around it. */
  public boolean isWhole() {
    return built && file.get() != null;
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

  /** Unless somebody left already: nothing is fetched for nobody. */
  private void addPicture() {
    if (getScene() != null) {
      model.shownProperty().subscribe(this::show);
    }
  }

  private void addName() {
    Label name = Controls.label("", "viewer-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    words.getChildren().add(name);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    head.getChildren().add(words);
    model.shownProperty().subscribe(picture -> name.setText(picture.file().name()));
  }

  private void addAbout() {
    Label about = Controls.label("", "viewer-about");
    words.getChildren().add(about);
    model.shownProperty().subscribe(picture -> about.setText(about(picture)));
  }

  private void addZooming() {
    addTool(Feather.ZOOM_OUT, "view.viewer.smaller", () -> zoom.step(-1));
    addTool(Feather.MAXIMIZE, "view.viewer.fit", zoom::fit);
    addTool(Feather.ZOOM_IN, "view.viewer.larger", () -> zoom.step(1));
  }

  /** The keyboard goes to one of them, unless it has left the picture already. */
  private void addDoing() {
    addTool(Feather.COPY, "view.viewer.copy", this::copy)
        .disableProperty()
        .bind(file.map(_ -> false).orElse(true));
    addTool(Feather.DOWNLOAD, "view.files.save", this::save);
    Button close = addTool(Feather.X, "view.close", closing);
    if (getScene() != null && getScene().getFocusOwner() == this) {
      close.requestFocus();
    }
  }

  private Button addTool(Feather glyph, String words, Runnable action) {
    Button tool = Controls.iconButton(glyph, Texts.of(words), action);
    head.getChildren().add(tool);
    return tool;
  }

  private void addWays() {
    Button previous = way(Feather.CHEVRON_LEFT, "view.viewer.previous", model::previous);
    Button next = way(Feather.CHEVRON_RIGHT, "view.viewer.next", model::next);
    StackPane.setAlignment(previous, Pos.CENTER_LEFT);
    StackPane.setAlignment(next, Pos.CENTER_RIGHT);
    Runnable show =
        () -> {
          previous.setVisible(model.hasPrevious());
          next.setVisible(model.hasNext());
        };
    model.shownProperty().subscribe(show);
    model.placeProperty().subscribe(show);
    model.countProperty().subscribe(show);
    middle.getChildren().addAll(previous, next);
  }

  private static Button way(Feather glyph, String words, Runnable action) {
    Button way = Controls.iconButton(glyph, Texts.of(words), action);
    way.getStyleClass().add("viewer-step");
    return way;
  }

  private void addWaiting() {
    VBox waiting = new VBox(bar, state);
    waiting.getStyleClass().add("viewer-waiting");
    waiting.setMouseTransparent(true);
    StackPane.setAlignment(waiting, Pos.BOTTOM_CENTER);
    middle.getChildren().add(1, waiting);
    built = true;
  }

  private void show(RoomFile picture) {
    progress.unsubscribe();
    file.set(null);
    zoom.setAccessibleText(Texts.of("view.files.picture", picture.file().name()));
    zoom.show(PictureStore.there(picture.file()), picture.file().width(), picture.file().height());
    DownloadModel download = model.download();
    progress =
        Subscription.combine(
            download.stepProperty().subscribe(() -> showProgress(download)),
            download.problemProperty().subscribe(() -> showProgress(download)),
            download.gotProperty().subscribe(() -> showProgress(download)));
    showProgress(download);
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
    file.set(there);
    zoom.show(image, picture.file().width(), picture.file().height());
  }

  private void sharpen() {
    File shown = file.get();
    if (shown != null) {
      Decoder.tiles(
          shown,
          tiles -> {
            if (tiles != null && shown.equals(file.get())) {
              zoom.sharpen(tiles);
            }
          });
    }
  }

  private String about(RoomFile picture) {
    String size =
        Texts.of(
            "view.viewer.size",
            Integer.toString(picture.file().width()),
            Integer.toString(picture.file().height()),
            FileWords.size(picture.file().size()));
    return Texts.of("view.viewer.about", picture.name(), times.apply(picture.at()), size);
  }

  private void showProgress(DownloadModel download) {
    Step step = download.stepProperty().get();
    boolean moves = step == Step.MOVING || step == Step.WAITING;
    bar.setVisible(moves && file.get() == null);
    bar.setProgress((double) download.gotProperty().get() / Math.max(1, download.file().size()));
    state.setVisible(step == Step.WAITING || step == Step.FAILED);
    String reason = download.problemProperty().get();
    state.setText(step == Step.WAITING ? Waiting.words(reason) : reason);
  }

  private void save() {
    Saving.of(model.download(), this);
  }

  /** All of it, whatever of it is in sight. */
  private void copy() {
    File shown = file.get();
    if (shown != null) {
      Decoder.decode(shown, Decoder.MOST, this::copied);
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
