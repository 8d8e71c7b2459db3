package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Face;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A person in a list: face, name, what they say about themselves, and what they are here. */
public final class PersonLine extends HBox {
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("not-here");

  private final Face face = new Face("small");
  private final Label name = Controls.label("", "person-name");
  private final Label you =
      Controls.folding(Controls.label(Texts.of("view.people.you"), "caption"));
  private final StatusLine status = new StatusLine();
  private final Label badge = Controls.folding(Controls.label("", "badge"));

  public PersonLine() {
    getStyleClass().add("person");
    HBox first = new HBox(name, you);
    first.getStyleClass().add("person-first");
    VBox words = new VBox(first, status);
    words.getStyleClass().add("person-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    badge.setMinWidth(USE_PREF_SIZE);
    you.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(face, words, badge);
  }

  public void show(Person person) {
    face.show(person.id(), person.name(), person.presence());
    name.setText(person.name());
    you.setVisible(person.me());
    status.show(person.status());
    badge.setText(badgeOf(person));
    badge.setVisible(!badge.getText().isEmpty());
    name.pseudoClassStateChanged(AWAY, person.presence() == Presence.OFFLINE);
  }

  public static String spoken(Person person) {
    String badge = badgeOf(person);
    return person.name()
        + ", "
        + PresenceWords.of(person.presence())
        + (badge.isEmpty() ? "" : ", " + badge)
        + StatusLine.spoken(person.status());
  }

  /** What somebody may do here counts more than that they are a guest. */
  private static String badgeOf(Person person) {
    return switch (person.rank()) {
      case OWNER -> Texts.of("view.rank.owner");
      case MODERATOR -> Texts.of("view.rank.moderator");
      case READER -> Texts.of("view.rank.reader");
      case MEMBER -> person.guest() ? Texts.of("view.people.guest") : "";
    };
  }

  /** The rank as a word of its own. */
  public static String rankOf(Rank rank) {
    return Texts.of(
        switch (rank) {
          case OWNER -> "view.rank.owner";
          case MODERATOR -> "view.rank.moderator";
          case MEMBER -> "view.rank.member";
          case READER -> "view.rank.reader";
        });
  }
}
