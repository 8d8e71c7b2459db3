package chat.parley.server.store;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a file lies in its row. */
final class FileRow {
  /** What {@link #read} wants to see, first. */
  static final String COLUMNS = "f.id, f.name, f.size, f.type, f.width, f.height, f.thumb";

  static final int WIDTH = 7;

  private FileRow() {}

  static Attachment read(ResultSet row) throws SQLException {
    return new Attachment(
        new FileId(row.getString(1)),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7) == 1);
  }
}
