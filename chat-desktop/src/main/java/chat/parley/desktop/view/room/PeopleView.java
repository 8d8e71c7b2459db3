package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who belongs to the room, those who are here first. */
final class PeopleView extends VBox {
  private final ListView<Person> list = new ListView<>();

  PeopleView(PeopleModel people, Runnable close) {
    getStyleClass().add("people");
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.people"), "heading"),
            Controls.spacer(),
            Controls.iconButton(Feather.X, Texts.of("view.people.close"), close));
    head.getStyleClass().add("people-head");
    Label count = Controls.label("", "section-title");
    Label problem = Controls.folding(Controls.label("", "people-problem"));
    RightToLeft.fold(problem);
    problem.textProperty().bind(people.problemProperty());
    problem.visibleProperty().bind(people.problemProperty().isNotEmpty());
    count
        .textProperty()
        .bind(
            people
                .onlineProperty()
                .map(online -> Texts.of("view.people.online", online.intValue())));
    list.getStyleClass().add("people-list");
    list.setAccessibleText(Texts.of("view.people"));
    list.setItems(people.people());
    list.setCellFactory(view -> new PersonCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, count, problem, list);
  }

  Node keyboardTarget() {
    return list;
  }
}
