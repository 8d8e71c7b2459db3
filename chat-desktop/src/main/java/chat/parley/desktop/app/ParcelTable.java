package chat.parley.desktop.app;

import chat.parley.client.FileStamp;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.FileProgress;
import chat.parley.protocol.Malformed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of files that were attached. A row has the nonce of its message from the moment that
 * message is in the outbox, and is gone with it.
 */
final class ParcelTable {
  static final String CREATE =
      """
      CREATE TABLE parcel (
        place INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
        room TEXT NOT NULL, thread INTEGER NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL,
        size INTEGER NOT NULL, type TEXT NOT NULL, own INTEGER NOT NULL,
        file_id TEXT, whole TEXT, nonce TEXT, stamp_size INTEGER, stamp_modified INTEGER)
      """;

  /** What an upload was of was not known before. */
  static final List<String> ADD_STAMP =
      List.of(
          "ALTER TABLE parcel ADD COLUMN stamp_size INTEGER",
          "ALTER TABLE parcel ADD COLUMN stamp_modified INTEGER");

  private static final String COLUMNS =
      "SELECT key, room, thread, path, name, size, type, own, file_id, whole, stamp_size,"
          + " stamp_modified FROM parcel";

  private ParcelTable() {}

  static List<Parcel> waiting(Connection db) throws SQLException {
    return all(db, COLUMNS + " WHERE nonce IS NULL ORDER BY place");
  }

  static List<Parcel> onTheirWay(Connection db) throws SQLException {
    return all(db, COLUMNS + " WHERE nonce IS NOT NULL AND whole IS NOT NULL");
  }

  private static List<Parcel> all(Connection db, String query) throws SQLException {
    var parcels = new ArrayList<Parcel>();
    try (PreparedStatement sql = db.prepareStatement(query);
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        String id = row.getString(9);
        parcels.add(
            new Parcel(
                row.getString(1),
                new RoomId(row.getString(2)),
                row.getLong(3),
                new LocalFile(
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getString(7),
                    row.getBoolean(8)),
                id == null ? null : new FileId(id),
                file(row.getString(10)),
                stamp(row)));
      }
    }
    return parcels;
  }

  static void put(Connection db, Parcel parcel) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement(
            "INSERT INTO parcel"
                + " (key, room, thread, path, name, size, type, own, file_id, whole, stamp_size,"
                + " stamp_modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (key) DO UPDATE SET file_id = excluded.file_id,"
                + " whole = excluded.whole, stamp_size = excluded.stamp_size,"
                + " stamp_modified = excluded.stamp_modified")) {
      LocalFile from = parcel.from();
      FileId id = parcel.id();
      Attachment whole = parcel.whole();
      sql.setString(1, parcel.key());
      sql.setString(2, parcel.room().value());
      sql.setLong(3, parcel.thread());
      sql.setString(4, from.path());
      sql.setString(5, from.name());
      sql.setLong(6, from.size());
      sql.setString(7, from.type());
      sql.setBoolean(8, from.own());
      sql.setString(9, id == null ? null : id.value());
      sql.setString(
          10,
          whole == null ? null : Codec.encode(new FileProgress(whole.id(), whole.size(), whole)));
      FileStamp stamp = parcel.stamp();
      sql.setObject(11, stamp == null ? null : stamp.size());
      sql.setObject(12, stamp == null ? null : stamp.modified());
      sql.executeUpdate();
    }
  }

  static void remove(Connection db, Parcel parcel) throws SQLException {
    try (PreparedStatement sql = db.prepareStatement("DELETE FROM parcel WHERE key = ?")) {
      sql.setString(1, parcel.key());
      sql.executeUpdate();
    }
  }

  /** They go with that message from now on. */
  static void send(Connection db, Nonce nonce, List<FileId> files) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement("UPDATE parcel SET nonce = ? WHERE file_id = ?")) {
      for (FileId file : files) {
        sql.setString(1, nonce.value());
        sql.setString(2, file.value());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  /**
   * The message is gone from the outbox.
   *
   * @return what the app made for it and nobody needs any more
   */
  static List<LocalFile> forget(Connection db, Nonce nonce) throws SQLException {
    var spent = new ArrayList<LocalFile>();
    try (PreparedStatement sql =
        db.prepareStatement(
            "DELETE FROM parcel WHERE nonce = ? RETURNING path, name, size, type, own")) {
      sql.setString(1, nonce.value());
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          if (row.getBoolean(5)) {
            spent.add(
                new LocalFile(
                    row.getString(1), row.getString(2), row.getLong(3), row.getString(4), true));
          }
        }
      }
    }
    return spent;
  }

  /** Its files may be needed again after it is gone. */
  static void spare(Connection db, Nonce nonce) throws SQLException {
    try (PreparedStatement sql = db.prepareStatement("UPDATE parcel SET own = 0 WHERE nonce = ?")) {
      sql.setString(1, nonce.value());
      sql.executeUpdate();
    }
  }

  private static @Nullable FileStamp stamp(ResultSet row) throws SQLException {
    long size = row.getLong(11);
    return row.wasNull() ? null : new FileStamp(size, row.getLong(12));
  }

  private static @Nullable Attachment file(@Nullable String json) throws SQLException {
    if (json == null) {
      return null;
    }
    try {
      return Codec.decodeProgress(json).file();
    } catch (Malformed e) {
      throw new SQLException("A kept file cannot be read: " + e.getMessage(), e);
    }
  }
}
