package chat.parley.desktop.app;

import chat.parley.client.Journal;
import chat.parley.model.Kept;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the small tables: who is logged in, in which rooms, and what they keep for all
 * devices.
 */
final class PersonTables {
  private PersonTables() {}

  static Journal.@Nullable Login login(Connection db) throws SQLException {
    try (PreparedStatement sql = db.prepareStatement("SELECT * FROM login");
        ResultSet row = sql.executeQuery()) {
      return row.next()
          ? new Journal.Login(row.getString("epoch"), row.getString("token"), user(row))
          : null;
    }
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getString("user_id")),
        row.getString("user_name"),
        Role.valueOf(row.getString("user_role")));
  }

  static void put(Connection db, Journal.Login login) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement("INSERT OR REPLACE INTO login VALUES (1, ?, ?, ?, ?, ?)")) {
      sql.setString(1, login.epoch());
      sql.setString(2, login.token());
      sql.setString(3, login.user().id().value());
      sql.setString(4, login.user().name());
      sql.setString(5, login.user().role().name());
      sql.executeUpdate();
    }
  }

  /** Rooms are kept as the wire says them. */
  static void put(Connection db, RoomState state) throws SQLException {
    change(
        db,
        "INSERT OR REPLACE INTO room VALUES (?, ?)",
        state.room().id().value(),
        Codec.encode(new Event.RoomAdded(state)));
  }

  static List<RoomState> rooms(Connection db) throws SQLException {
    var rooms = new ArrayList<RoomState>();
    try (PreparedStatement sql = db.prepareStatement("SELECT json FROM room");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        rooms.add(room(row.getString(1)));
      }
    }
    return rooms;
  }

  /** Up to where messages are gone because of their age, for each room where some are. */
  static Map<RoomId, Long> expired(Connection db) throws SQLException {
    var expired = new HashMap<RoomId, Long>();
    String some =
        "SELECT id, json_extract(json, '$.room.expired') AS seq FROM room WHERE seq IS NOT NULL";
    try (PreparedStatement sql = db.prepareStatement(some);
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        expired.put(new RoomId(row.getString(1)), row.getLong(2));
      }
    }
    return expired;
  }

  private static RoomState room(String json) throws SQLException {
    try {
      if (Codec.decodeEvent(json).orElse(null) instanceof Event.RoomAdded added) {
        return added.room();
      }
      throw new SQLException("A kept room is not a room.");
    } catch (Malformed e) {
      throw new SQLException("A kept room cannot be read: " + e.getMessage(), e);
    }
  }

  static Journal.Keeps keeps(Connection db) throws SQLException {
    var entries = new ArrayList<Kept>();
    try (PreparedStatement sql = db.prepareStatement("SELECT key, value, version FROM kept");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        entries.add(new Kept(row.getString(1), row.getString(2), row.getLong(3)));
      }
    }
    try (PreparedStatement sql = db.prepareStatement("SELECT version FROM kept_version");
        ResultSet row = sql.executeQuery()) {
      return new Journal.Keeps(row.next() ? row.getLong(1) : 0, entries);
    }
  }

  static void keep(Connection db, long version, Kept kept) throws SQLException {
    if (kept.value() == null && kept.version() != 0) {
      change(db, "DELETE FROM kept WHERE key = ?", kept.key());
    } else {
      try (PreparedStatement sql =
          db.prepareStatement("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)")) {
        sql.setString(1, kept.key());
        sql.setString(2, kept.value());
        sql.setLong(3, kept.version());
        sql.executeUpdate();
      }
    }
    try (PreparedStatement sql =
        db.prepareStatement("INSERT OR REPLACE INTO kept_version VALUES (1, ?)")) {
      sql.setLong(1, version);
      sql.executeUpdate();
    }
  }

  /** Runs a statement that takes texts only. */
  static void change(Connection db, String change, String... values) throws SQLException {
    try (PreparedStatement sql = db.prepareStatement(change)) {
      for (int i = 0; i < values.length; i++) {
        sql.setString(i + 1, values[i]);
      }
      sql.executeUpdate();
    }
  }
}
