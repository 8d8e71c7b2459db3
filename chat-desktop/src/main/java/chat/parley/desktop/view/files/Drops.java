package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import java.io.File;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Lies over a room while somebody drags files over the window, and takes what is dropped. */
public final class Drops extends StackPane {
  private final Label words = Controls.label("", "drop-words");
  private final Supplier<String> place;
  private final BooleanSupplier takes;
  private final Consumer<List<File>> dropped;

  /**
   * @param place what the room is called
   * @param takes whether anything can be shared there now
   */
  public Drops(Supplier<String> place, BooleanSupplier takes, Consumer<List<File>> dropped) {
    this.place = place;
    this.takes = takes;
    this.dropped = dropped;
    getStyleClass().add("drop-overlay");
    VBox card = new VBox(Icons.of(Feather.UPLOAD, "drop-icon"), words);
    card.getStyleClass().add("drop-card");
    getChildren().add(card);
    setVisible(false);
    setMouseTransparent(true);
  }

  /** What is dragged over any part of this Node is meant. */
  public void watch(Node whole) {
    whole.addEventHandler(DragEvent.DRAG_OVER, this::over);
    whole.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
    whole.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    whole.addEventHandler(DragEvent.DRAG_DONE, event -> setVisible(false));
  }

  /** Shows where what is dragged would go. */
  public void show() {
    words.setText(Texts.of("view.files.drop", place.get()));
    setVisible(true);
  }

  private boolean isWanted(DragEvent event) {
    return event.getDragboard().hasFiles() && takes.getAsBoolean();
  }

  private void over(DragEvent event) {
    if (isWanted(event)) {
      event.acceptTransferModes(TransferMode.COPY);
      show();
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    setVisible(false);
    if (isWanted(event)) {
      dropped.accept(List.copyOf(event.getDragboard().getFiles()));
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
