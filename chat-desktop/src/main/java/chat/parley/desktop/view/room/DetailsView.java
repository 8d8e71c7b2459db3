package chat.parley.desktop.view.room;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Beside the messages: who is in the room, and what it is. */
final class DetailsView extends VBox {
  private final ToggleGroup tabs = new ToggleGroup();
  private final ToggleButton peopleTab = tab("view.people");
  private final ToggleButton aboutTab = tab("view.about");
  private final MembersView members;
  private final AboutView about;

  DetailsView(ServerModel server, RoomScreen screen, Doors doors, Runnable close) {
    getStyleClass().add("people");
    members = new MembersView(screen, doors);
    about = new AboutView(server, screen.details(), new OrderView(screen, doors));
    VBox.setVgrow(members, Priority.ALWAYS);
    VBox.setVgrow(about, Priority.ALWAYS);
    ObservableValue<String> room =
        screen.roomProperty().flatMap(item -> item == null ? null : item.nameProperty());
    Label title = Controls.label("", "heading");
    title.textProperty().bind(room.orElse(""));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head =
        new HBox(title, Controls.iconButton(Feather.X, Texts.of("view.people.close"), close));
    head.getStyleClass().add("people-head");
    HBox bar = new HBox(peopleTab, aboutTab);
    bar.getStyleClass().add("tabs");
    getChildren().addAll(head, bar);
    tabs.selectToggle(peopleTab);
    tabs.selectedToggleProperty().subscribe(this::turn);
    turn(null, peopleTab);
  }

  void showPeople() {
    tabs.selectToggle(peopleTab);
  }

  void showAbout() {
    tabs.selectToggle(aboutTab);
  }

  Node keyboardTarget() {
    return peopleTab.isSelected() ? members.keyboardTarget() : aboutTab;
  }

  private ToggleButton tab(String key) {
    ToggleButton tab = new ToggleButton(Texts.of(key));
    tab.getStyleClass().add("tab-button");
    tab.setToggleGroup(tabs);
    return tab;
  }

  /** One of the two is always chosen. */
  private void turn(@Nullable Toggle before, @Nullable Toggle now) {
    if (now == null) {
      tabs.selectToggle(before == null ? peopleTab : before);
    } else {
      getChildren().removeAll(members, about);
      getChildren().add(now == peopleTab ? members : about);
    }
  }
}
