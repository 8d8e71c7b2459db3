package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.PresenceDot;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Presence;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A person in the list: whether here, and whether a guest. */
final class PersonCell extends ListCell<Person> {
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("not-here");

  private final Avatar avatar = new Avatar("small");
  private final PresenceDot dot = new PresenceDot();
  private final Label name = Controls.label("", "person-name");
  private final Label you =
      Controls.folding(Controls.label(Texts.of("view.people.you"), "caption"));
  private final Label guest =
      Controls.folding(Controls.label(Texts.of("view.people.guest"), "badge"));
  private final HBox line;

  PersonCell() {
    getStyleClass().add("person-cell");
    StackPane face = new StackPane(avatar, dot);
    face.getStyleClass().add("face");
    StackPane.setAlignment(dot, Pos.BOTTOM_RIGHT);
    line = new HBox(face, name, you, Controls.spacer(), guest);
    line.getStyleClass().add("person");
  }

  @Override
  protected void updateItem(Person person, boolean empty) {
    super.updateItem(person, empty);
    if (empty || person == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    avatar.show(person.id(), person.name());
    dot.show(person.presence());
    name.setText(person.name());
    you.setVisible(person.me());
    guest.setVisible(person.guest());
    pseudoClassStateChanged(AWAY, person.presence() == Presence.OFFLINE);
    setAccessibleText(
        person.name()
            + ", "
            + PresenceWords.of(person.presence())
            + (person.guest() ? ", " + Texts.of("view.people.guest") : ""));
    setGraphic(line);
  }
}
