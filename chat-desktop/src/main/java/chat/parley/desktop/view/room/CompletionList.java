package chat.parley.desktop.view.room;

import chat.parley.desktop.view.emoji.EmojiView;
import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.completion.CompletionModel;
import chat.parley.desktop.viewmodel.completion.Suggestion;
import chat.parley.model.RoomListing;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is offered for the word that is being written, over the end of the messages. */
final class CompletionList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /** Makes a list of short words wide too, where there is room for that. */
  private final Region width = new Region();

  private final CompletionModel model;
  private final Runnable accept;

  /**
   * @param accept takes the selected one
   */
  CompletionList(CompletionModel model, Runnable accept) {
    this.model = model;
    this.accept = accept;
    getStyleClass().add("completion");
    width.getStyleClass().add("completion-width");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(Texts.of("view.completion"));
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    model.suggestions().subscribe(this::show);
    model.selectedProperty().subscribe(this::showSelected);
    show();
  }

  private void show() {
    List<Node> rows = new ArrayList<>();
    for (Suggestion suggestion : model.suggestions()) {
      rows.add(row(suggestion, rows.size()));
    }
    setVisible(!rows.isEmpty());
    rows.add(width);
    getChildren().setAll(rows);
    showSelected();
  }

  private void showSelected() {
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).pseudoClassStateChanged(SELECTED, i == model.selectedProperty().get());
    }
  }

  private HBox row(Suggestion suggestion, int index) {
    HBox row =
        switch (suggestion) {
          case Suggestion.OfPerson(Person person) ->
              person(person, PresenceWords.of(person.presence()));
          case Suggestion.OfAbsentee(Person person) ->
              person(person, Texts.of("completion.absent"));
          case Suggestion.OfGroup(String word, String caption) ->
              row(Icons.of(Feather.USERS), "@" + word, caption);
          case Suggestion.OfRoom(RoomItem room) ->
              row(Icons.of(Feather.HASH), room.name(), room.topicProperty().get());
          case Suggestion.OfListed(RoomListing listing) ->
              row(Icons.of(Feather.HASH), listing.room().name(), Texts.of("completion.listed"));
          case Suggestion.OfEmoji(String text, String shortName, String name) ->
              row(new EmojiView(text), ":" + shortName + ":", name);
        };
    row.getStyleClass().add("completion-row");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(spoken(suggestion));
    row.setOnMouseMoved(_ -> model.select(index));
    row.setOnMousePressed(
        event -> {
          model.select(index);
          accept.run();
          event.consume();
        });
    return row;
  }

  /** An emoji is read by its name, not by characters. */
  private static String spoken(Suggestion suggestion) {
    return suggestion instanceof Suggestion.OfEmoji(_, String shortName, String name)
        ? name.isEmpty() ? shortName.replace('_', ' ') : name
        : suggestion.text();
  }

  private static HBox person(Person person, String caption) {
    Avatar avatar = new Avatar("small");
    avatar.show(person.id(), person.name());
    return row(avatar, person.name(), caption);
  }

  private static HBox row(Node picture, String words, String caption) {
    StackPane slot = new StackPane(picture);
    slot.getStyleClass().add("completion-picture");
    return new HBox(
        slot, Controls.label(words, "completion-words"), Controls.label(caption, "caption"));
  }
}
