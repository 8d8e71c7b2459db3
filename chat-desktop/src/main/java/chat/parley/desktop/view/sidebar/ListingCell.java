package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A room in the directory, with the button that leads into it. */
final class ListingCell extends ListCell<RoomListing> {
  private static final PseudoClass ARCHIVED = PseudoClass.getPseudoClass("archived");

  private final Label name = Controls.label("", "listing-name");
  private final Label detail = Controls.label("", "caption");
  private final FontIcon icon = Icons.of(Feather.HASH);
  private final Button go;
  private final HBox line;

  ListingCell(Consumer<RoomListing> chosen) {
    getStyleClass().add("listing-cell");
    setPrefWidth(0); // As wide as the list, however long a topic is.
    go = Controls.button("", () -> chosen.accept(getItem()));
    go.setMinWidth(USE_PREF_SIZE);
    go.getStyleClass().add("compact");
    VBox words = new VBox(name, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(icon, words, go);
    line.getStyleClass().add("listing");
  }

  @Override
  protected void updateItem(RoomListing listing, boolean empty) {
    super.updateItem(listing, empty);
    if (empty || listing == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String people = Texts.of("view.people.count", listing.members());
    String topic = listing.room().topic();
    name.setText(listing.room().name());
    boolean archived = listing.room().archived();
    String state = archived ? Texts.of("view.addRoom.archived") + " · " + people : people;
    detail.setText(topic.isEmpty() ? state : state + " · " + topic);
    icon.setIconCode(
        archived
            ? Feather.ARCHIVE
            : listing.room().kind() == RoomKind.PRIVATE ? Feather.LOCK : Feather.HASH);
    pseudoClassStateChanged(ARCHIVED, archived);
    go.setText(Texts.of(listing.joined() ? "view.addRoom.open" : "view.addRoom.join"));
    setAccessibleText(listing.room().name() + ", " + detail.getText());
    setGraphic(line);
  }
}
