package chat.parley.server.store;

import chat.parley.model.Posting;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a room lies in its row. */
final class RoomRow {
  /** What {@link #read} wants to see; r is the room. */
  static final String COLUMNS =
      "r.id, r.name, r.kind, r.topic, r.description, r.posting, r.archived, r.slow_seconds";

  /** How many those are. */
  static final int WIDTH = 8;

  private RoomRow() {}

  /**
   * @param first the number of the first of the columns
   */
  static Room read(ResultSet row, int first) throws SQLException {
    return new Room(
        new RoomId(row.getString(first)),
        row.getString(first + 1),
        RoomKind.valueOf(row.getString(first + 2)),
        row.getString(first + 3),
        row.getString(first + 4),
        Posting.valueOf(row.getString(first + 5)),
        row.getInt(first + 6) == 1,
        row.getInt(first + 7));
  }
}
