package chat.parley.desktop.app;

import chat.parley.client.Outgoing;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of the outbox: messages that must not be lost, in the order written. */
final class OutboxTable {
  private static final String COLUMNS =
      "room, nonce, body, queued_at, state, problem, reply, thread, from_room, from_seq,"
          + " held_until, code, files";

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
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (nonce) DO UPDATE"
                + " SET state = excluded.state, problem = excluded.problem, code = excluded.code")) {
      sql.setString(1, message.room().value());
      sql.setString(2, message.nonce().value());
      sql.setString(3, message.body());
      sql.setLong(4, message.queuedAt());
      sql.setString(5, message.state().name());
      sql.setString(6, message.problem());
      Command.Hook hook = message.hook();
      Command.Source from = hook.forward();
      sql.setLong(7, hook.reply());
      sql.setLong(8, hook.thread());
      sql.setString(9, from == null ? null : from.room().value());
      sql.setLong(10, from == null ? 0 : from.seq());
      sql.setLong(11, message.heldUntil());
      sql.setString(12, message.code() == null ? null : message.code().name());
      sql.setString(13, said(hook.files()));
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
                0,
                hook(row),
                row.getLong(11),
                code(row.getString(12))));
      }
    }
    return messages;
  }

  private static @Nullable ErrorCode code(@Nullable String name) {
    return name == null ? null : ErrorCode.valueOf(name);
  }

  private static Command.Hook hook(ResultSet row) throws SQLException {
    String from = row.getString(9);
    return new Command.Hook(
        row.getLong(7),
        row.getLong(8),
        from == null ? null : new Command.Source(new RoomId(from), row.getLong(10)),
        files(row.getString(13)));
  }

  /** No id has a blank in it. */
  private static String said(List<FileId> files) {
    return files.stream().map(FileId::value).collect(Collectors.joining(" "));
  }

  private static List<FileId> files(String said) {
    return said.isEmpty() ? List.of() : Arrays.stream(said.split(" ")).map(FileId::new).toList();
  }
}
