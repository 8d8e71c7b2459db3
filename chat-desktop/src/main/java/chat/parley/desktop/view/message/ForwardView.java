package chat.parley.desktop.view.message;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Chooses the room to which a message is passed on, by typing. */
public final class ForwardView extends VBox {
  private final TextField search = new TextField();
  private final ListView<RoomItem> list = new ListView<>();
  private final FilteredList<RoomItem> found;
  private final Consumer<RoomItem> chosen;

  private ForwardView(
      MessageItem message,
      ObservableList<RoomItem> rooms,
      Consumer<RoomItem> chosen,
      Runnable closing) {
    this.chosen = chosen;
    found = new FilteredList<>(rooms);
    getStyleClass().addAll("dialog", "message-dialog", "forward");
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.forward.title"), "title"),
            Controls.spacer(),
            Controls.iconButton(Feather.X, Texts.of("view.close"), closing));
    head.getStyleClass().add("dialog-head");
    Label text = Controls.label(message.name() + ": " + Quote.of(message).text(), "quoted-text");
    text.setMaxWidth(Double.MAX_VALUE);
    search.setId("forward-search");
    search.setPromptText(Texts.of("view.forward.prompt"));
    search.setAccessibleText(Texts.of("view.forward.prompt"));
    search.textProperty().subscribe(this::filter);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.getStyleClass().add("directory-list");
    list.setAccessibleText(Texts.of("view.rooms"));
    list.setItems(found);
    list.setCellFactory(view -> new RoomChoice());
    list.setOnMouseClicked(event -> choose());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose();
          }
        });
    list.setPlaceholder(Controls.label(Texts.of("view.forward.none"), "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, text, search, list);
    list.getSelectionModel().selectFirst();
  }

  public static void open(
      MessageItem message,
      ObservableList<RoomItem> rooms,
      Consumer<RoomItem> chosen,
      Dialogs dialogs) {
    Consumer<RoomItem> forward =
        room -> {
          dialogs.close();
          chosen.accept(room);
        };
    ForwardView view = new ForwardView(message, rooms, forward, dialogs::close);
    dialogs.open(view, view.search::requestFocus);
  }

  private void filter() {
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    found.setPredicate(room -> room.name().toLowerCase(Locale.ROOT).contains(wanted));
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> choose();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose() {
    RoomItem room = list.getSelectionModel().getSelectedItem();
    if (room != null) {
      chosen.accept(room);
    }
  }

  /** A room to which it may go. */
  private static final class RoomChoice extends ListCell<RoomItem> {
    RoomChoice() {
      getStyleClass().add("room-choice");
    }

    @Override
    protected void updateItem(RoomItem room, boolean empty) {
      super.updateItem(room, empty);
      setText(empty || room == null ? null : room.name());
      setGraphic(empty || room == null ? null : Icons.of(Feather.HASH));
    }
  }
}
