package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.PublicRoomsModel;
import chat.parley.model.Room;
import chat.parley.model.RoomListing;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The rooms in the directory. */
final class RoomsPage extends VBox {
  private final PublicRoomsModel rooms;
  private final Runnable close;

  RoomsPage(PublicRoomsModel rooms, Runnable close) {
    this.rooms = rooms;
    this.close = close;
    getStyleClass().add("admin-page");
    getChildren()
        .add(
            new Listing<>(
                rooms.shelf(),
                this::row,
                EmptyState.of(Feather.HASH, Texts.of("view.admin.rooms.none"), "")));
  }

  private Node row(RoomListing listing) {
    Room room = listing.room();
    String members = Texts.of("view.admin.rooms.members", listing.members());
    HBox row = Lines.row(Lines.words("#" + room.name(), room.topic(), members));
    if (room.archived()) {
      row.getChildren().add(Lines.badge(Texts.of("view.admin.rooms.archived")));
    }
    String archive = Texts.of(room.archived() ? "view.about.unarchive" : "view.about.archive");
    row.getChildren()
        .addAll(
            Lines.button(
                Texts.of("view.admin.rooms.open"), room.name(), () -> rooms.open(listing, close)),
            Lines.button(archive, room.name(), () -> rooms.archive(room, !room.archived())));
    return row;
  }
}
