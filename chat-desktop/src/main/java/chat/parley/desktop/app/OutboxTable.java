package chat.parley.desktop.app;

import chat.parley.client.Outgoing;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQL of the outbox: messages that must not be lost, in the order written. */
final class OutboxTable {
  private static final String COLUMNS = "room, nonce, body, queued_at, state, problem";

  private OutboxTable() {}

  static List<Outgoing> all(Connection db) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement("SELECT " + COLUMNS + " FROM outbox ORDER BY place")) {
      return read(sql);
    }
  }

  static List<Outgoing> of(Connection db, RoomId room) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement("SELECT " + COLUMNS + " FROM outbox WHERE room = ? ORDER BY place")) {
      sql.setString(1, room.value());
      return read(sql);
    }
  }

  /** A message that is there already keeps its place. */
  static void put(Connection db, Outgoing message) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement(
            "INSERT INTO outbox ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (nonce) DO UPDATE"
                + " SET state = excluded.state, problem = excluded.problem")) {
      sql.setString(1, message.room().value());
      sql.setString(2, message.nonce().value());
      sql.setString(3, message.body());
      sql.setLong(4, message.queuedAt());
      sql.setString(5, message.state().name());
      sql.setString(6, message.problem());
      sql.executeUpdate();
    }
  }

  static void remove(Connection db, Nonce nonce) throws SQLException {
    try (PreparedStatement sql = db.prepareStatement("DELETE FROM outbox WHERE nonce = ?")) {
      sql.setString(1, nonce.value());
      sql.executeUpdate();
    }
  }

  private static List<Outgoing> read(PreparedStatement sql) throws SQLException {
    var messages = new ArrayList<Outgoing>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        messages.add(
            new Outgoing(
                new RoomId(row.getString(1)),
                new Nonce(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                Outgoing.State.valueOf(row.getString(5)),
                row.getString(6),
                0));
      }
    }
    return messages;
  }
}
