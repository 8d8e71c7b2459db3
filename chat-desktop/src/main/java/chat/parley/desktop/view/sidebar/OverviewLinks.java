package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Pill;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.overview.Overview;
import chat.parley.desktop.viewmodel.overview.Overview.Page;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the rooms: what leads to the pages over all of them, and how much waits there. */
final class OverviewLinks extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private final Overview overview;
  private final ObservableBooleanValue rail;
  private final Button unread;
  private final Button mentions;
  private final Node below;

  /**
   * @param below what the keyboard comes to from the last link downwards
   */
  OverviewLinks(Overview overview, RoomListModel rooms, ObservableBooleanValue rail, Node below) {
    this.overview = overview;
    this.rail = rail;
    this.below = below;
    getStyleClass().add("overview-links");
    unread =
        link(
            Page.UNREAD,
            Feather.INBOX,
            "view.overview.unread",
            "view.overview.unread.spoken",
            rooms.unreadProperty(),
            "calm");
    mentions =
        link(
            Page.MENTIONS,
            Feather.AT_SIGN,
            "view.overview.mentions",
            "view.overview.mentions.spoken",
            rooms.namingProperty());
    unread.setId("all-unread");
    mentions.setId("all-mentions");
    getChildren().addAll(unread, mentions);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** The keyboard comes from below. */
  void takeKeyboard() {
    mentions.requestFocus();
  }

  private void pressed(KeyEvent event) {
    Node to =
        switch (event.getCode()) {
          case UP -> unread;
          case DOWN -> unread.isFocused() ? mentions : below;
          default -> null;
        };
    if (to != null && !event.isAltDown()) {
      to.requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
      button.fire();
      event.consume();
    }
  }

  private Button link(
      Page page,
      Feather icon,
      String key,
      String spoken,
      ReadOnlyLongProperty count,
      String... looks) {
    Button link = Controls.button("", () -> overview.show(page), "overview-link");
    link.setMaxWidth(Double.MAX_VALUE);
    FontIcon sign = Icons.of(icon);
    Label name = Controls.label(Texts.of(key), "room-name");
    Pill pill = new Pill();
    pill.getStyleClass().addAll(looks);
    HBox.setHgrow(name, Priority.ALWAYS);
    StackPane place = new StackPane(sign);
    place.getStyleClass().add("room-sign");
    HBox wide = new HBox();
    wide.getStyleClass().add("overview-line");
    StackPane narrow = new StackPane();
    narrow.getStyleClass().add("room-tile");
    rail.subscribe(
        small -> {
          wide.getChildren().clear();
          narrow.getChildren().clear();
          if (small) {
            narrow.getChildren().setAll(place, pill);
          } else {
            wide.getChildren().setAll(place, name, pill);
          }
          link.setGraphic(small ? narrow : wide);
        });
    count.subscribe(
        now -> {
          pill.show(now.longValue());
          link.pseudoClassStateChanged(WAITING, now.longValue() > 0);
          Controls.name(link, Texts.of(spoken, now.longValue()));
        });
    overview.shownProperty().subscribe(now -> link.pseudoClassStateChanged(SELECTED, now == page));
    return link;
  }
}
