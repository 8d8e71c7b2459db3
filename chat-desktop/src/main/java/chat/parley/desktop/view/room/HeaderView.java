package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Which room this is, and the switch for who is in it. */
final class HeaderView extends HBox {
  private final ToggleButton people = new ToggleButton();

  HeaderView(AppModel app, BooleanProperty peopleOpen) {
    getStyleClass().add("header");
    ObservableValue<String> room =
        app.timelineProperty().flatMap(t -> t == null ? null : t.nameProperty()).orElse("");
    ObservableValue<String> topic =
        app.timelineProperty().flatMap(t -> t == null ? null : t.topicProperty()).orElse("");
    Label name = Controls.label("", "heading");
    name.textProperty().bind(room);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label about = Controls.label("", "topic");
    about.textProperty().bind(topic);
    HBox.setHgrow(about, Priority.ALWAYS);
    people.setGraphic(Icons.of(Feather.USERS));
    people.getStyleClass().addAll("header-toggle");
    people.setId("people-toggle");
    people.setTooltip(new Tooltip(Texts.of("view.people")));
    people.selectedProperty().bindBidirectional(peopleOpen);
    people.setMinWidth(Region.USE_PREF_SIZE);
    app.people().people().subscribe(() -> showCount(app.people().people().size()));
    showCount(app.people().people().size());
    getChildren().addAll(Icons.of(Feather.HASH), name, about, people);
    ObservableValue<Boolean> roomThere = app.timelineProperty().map(timeline -> true);
    getChildren().forEach(node -> node.visibleProperty().bind(roomThere.orElse(false)));
  }

  private void showCount(int count) {
    people.setText(count == 0 ? "" : Integer.toString(count));
    people.setAccessibleText(
        count == 0 ? Texts.of("view.people") : Texts.of("view.people.count", count));
  }

  Node keyboardTarget() {
    return people;
  }
}
