package chat.parley.desktop.view.message;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RoomIcon;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.ForwardModel;
import chat.parley.desktop.viewmodel.room.ForwardModel.Target;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
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
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses the room, or the person, to which a message is passed on, by typing. */
public final class ForwardView extends VBox {
  private final TextField search = new TextField();
  private final ListView<Target> list = new ListView<>();
  private final Consumer<Target> chosen;

  private ForwardView(
      MessageItem message, ForwardModel model, Consumer<Target> chosen, Runnable closing) {
    this.chosen = chosen;
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
    model.queryProperty().bind(search.textProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.getStyleClass().add("directory-list");
    list.setAccessibleText(Texts.of("view.rooms"));
    list.setItems(model.found());
    list.setCellFactory(view -> new TargetChoice());
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
    model
        .found()
        .addListener((ListChangeListener<Target>) _ -> list.getSelectionModel().selectFirst());
    list.getSelectionModel().selectFirst();
  }

  public static void open(
      MessageItem message, ForwardModel model, Consumer<Target> chosen, Dialogs dialogs) {
    Consumer<Target> forward =
        target -> {
          dialogs.close();
          chosen.accept(target);
        };
    ForwardView view = new ForwardView(message, model, forward, dialogs::close);
    dialogs.open(view, view.search::requestFocus);
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
    Target target = list.getSelectionModel().getSelectedItem();
    if (target != null) {
      chosen.accept(target);
    }
  }

  /** A room, or a person, to which it may go. */
  private static final class TargetChoice extends ListCell<Target> {
    private final Avatar avatar = new Avatar("small");
    private final FontIcon kind = Icons.of(Feather.HASH);

    TargetChoice() {
      getStyleClass().add("room-choice");
    }

    @Override
    protected void updateItem(Target target, boolean empty) {
      super.updateItem(target, empty);
      setText(empty || target == null ? null : target.name());
      setGraphic(empty || target == null ? null : signOf(target));
    }

    private Node signOf(Target target) {
      return switch (target) {
        case ForwardModel.ToPerson to -> face(to.person().id(), to.person().name());
        case ForwardModel.ToRoom to when to.room().with().size() == 1 -> {
          User other = to.room().with().getFirst();
          yield face(other.id(), other.name());
        }
        case ForwardModel.ToRoom to -> {
          kind.setIconCode(RoomIcon.of(to.room()));
          yield kind;
        }
      };
    }

    private Node face(UserId user, String name) {
      avatar.show(user, name);
      return avatar;
    }
  }
}
