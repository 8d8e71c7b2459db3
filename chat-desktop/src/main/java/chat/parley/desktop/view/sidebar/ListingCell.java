package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.RoomListing;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A room in the directory, with the button that leads into it. */
final class ListingCell extends ListCell<RoomListing> {
  private final Label name = Controls.label("", "listing-name");
  private final Label detail = Controls.label("", "caption");
  private final Button go;
  private final HBox line;

  ListingCell(Consumer<RoomListing> chosen) {
    getStyleClass().add("listing-cell");
    go = Controls.button("", () -> chosen.accept(getItem()));
    go.getStyleClass().add("compact");
    VBox words = new VBox(name, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(Icons.of(Feather.HASH), words, go);
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
    detail.setText(topic.isEmpty() ? people : people + " · " + topic);
    go.setText(Texts.of(listing.joined() ? "view.addRoom.open" : "view.addRoom.join"));
    setAccessibleText(listing.room().name() + ", " + detail.getText());
    setGraphic(line);
  }
}
