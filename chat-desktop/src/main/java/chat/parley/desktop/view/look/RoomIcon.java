package chat.parley.desktop.view.look;

import chat.parley.desktop.viewmodel.RoomItem;
import org.kordamp.ikonli.feather.Feather;

/** The sign of what a room is. */
public final class RoomIcon {
  private RoomIcon() {}

  public static Feather of(RoomItem room) {
    if (room.roomProperty().get().archived()) {
      return Feather.ARCHIVE;
    }
    return switch (room.kind()) {
      case PUBLIC -> Feather.HASH;
      case PRIVATE -> Feather.LOCK;
      case DIRECT ->
          switch (room.with().size()) {
            case 0 -> Feather.BOOK_OPEN;
            case 1 -> Feather.MESSAGE_CIRCLE;
            default -> Feather.USERS;
          };
    };
  }
}
