package chat.parley.desktop.view.switcher;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Pill;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.view.look.RoomIcon;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.switcher.Choice;
import chat.parley.model.User;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A room, a person or a command that may be meant. */
final class ChoiceCell extends ListCell<Choice> {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

  private final Label name = Controls.label("", "choice-name");
  private final Label detail = Controls.label("", "caption");
  private final Region dot = Controls.folding(new Region());
  private final Pill pill = new Pill();
  private final StackPane sign = new StackPane();
  private final FontIcon kind = Icons.of(Feather.HASH);
  private final Node command = Icons.of(Feather.CHEVRON_RIGHT);
  private final Avatar avatar = new Avatar("small");
  private final HBox line;
  private final BooleanSupplier severalServers;

  /**
   * @param severalServers whether it has to be said on which server a room is
   */
  ChoiceCell(BooleanSupplier severalServers) {
    this.severalServers = severalServers;
    getStyleClass().add("choice-cell");
    dot.getStyleClass().add("unread-dot");
    sign.getStyleClass().add("choice-sign");
    name.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(sign, name, detail, Controls.spacer(), dot, pill);
    line.getStyleClass().add("choice");
  }

  @Override
  protected void updateItem(Choice choice, boolean empty) {
    super.updateItem(choice, empty);
    if (empty || choice == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(choice.title());
    switch (choice) {
      case Choice.ToRoom to -> showRoom(to);
      case Choice.ToListed to -> {
        kind.setIconCode(Feather.HASH);
        show(kind, unjoined(to), 0, 0);
      }
      case Choice.ToPerson to -> {
        avatar.show(to.person().id(), to.person().name());
        show(avatar, PresenceWords.of(to.person().presence()), 0, 0);
      }
      case Choice.Command _ -> show(command, "", 0, 0);
    }
    setGraphic(line);
  }

  private void showRoom(Choice.ToRoom to) {
    RoomItem room = to.room();
    long unread = room.calls() ? room.unreadProperty().get() : 0;
    String where = severalServers.getAsBoolean() ? to.server().nameProperty().get() : "";
    show(signOf(room), where, unread, room.count());
    String spoken =
        Texts.of(
            "view.room.spoken",
            room.name(),
            room.unreadProperty().get(),
            room.mentionsProperty().get());
    setAccessibleText(where.isEmpty() ? spoken : spoken + ", " + where);
  }

  private String unjoined(Choice.ToListed to) {
    return severalServers.getAsBoolean()
        ? Texts.of("view.switcher.unjoined.on", to.server().nameProperty().get())
        : Texts.of("view.switcher.unjoined");
  }

  private Node signOf(RoomItem room) {
    if (room.with().size() == 1) {
      User other = room.with().getFirst();
      avatar.show(other.id(), other.name());
      return avatar;
    }
    kind.setIconCode(RoomIcon.of(room));
    return kind;
  }

  private void show(Node sort, String words, long unread, long count) {
    sign.getChildren().setAll(sort);
    detail.setText(words);
    pill.show(count);
    dot.setVisible(unread > 0 && count == 0);
    pseudoClassStateChanged(UNREAD, unread > 0);
    setAccessibleText(words.isEmpty() ? name.getText() : name.getText() + ", " + words);
  }
}
