package chat.parley.desktop.app;

import chat.parley.client.Journal;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of the small tables: who is logged in, in which rooms, with which drafts. */
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

  static void put(Connection db, RoomState state) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement("INSERT OR REPLACE INTO room VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      sql.setString(1, state.room().id().value());
      sql.setString(2, state.room().name());
      sql.setString(3, state.room().kind().name());
      sql.setString(4, state.room().topic());
      sql.setLong(5, state.head());
      sql.setLong(6, state.read());
      sql.setLong(7, state.unread());
      sql.setLong(8, state.mentions());
      sql.executeUpdate();
    }
  }

  static List<RoomState> rooms(Connection db) throws SQLException {
    var rooms = new ArrayList<RoomState>();
    try (PreparedStatement sql = db.prepareStatement("SELECT * FROM room");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        rooms.add(
            new RoomState(
                new Room(
                    new RoomId(row.getString("id")),
                    row.getString("name"),
                    RoomKind.valueOf(row.getString("kind")),
                    row.getString("topic")),
                row.getLong("head"),
                row.getLong("read"),
                row.getLong("unread"),
                row.getLong("mentions")));
      }
    }
    return rooms;
  }

  static Map<RoomId, String> drafts(Connection db) throws SQLException {
    var drafts = new HashMap<RoomId, String>();
    try (PreparedStatement sql = db.prepareStatement("SELECT room, text FROM draft");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        drafts.put(new RoomId(row.getString(1)), row.getString(2));
      }
    }
    return drafts;
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
