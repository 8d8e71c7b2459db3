package chat.parley.server.store;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How an event lies in its row. */
final class EventRow {
  static final String MESSAGE = "message";
  static final String EDITED = "edited";

  /** Where {@link #read} finds its rows: the event, its person, what became of a message. */
  static final String TABLES =
      " FROM events e JOIN users u ON u.key = e.user_key"
          + " LEFT JOIN changes c ON c.room_key = e.room_key AND c.seq = e.seq ";

  /** The number of the data column. */
  static final int DATA = 7;

  /** How many columns {@link #columns} names. */
  static final int WIDTH = 9 + ChangesRow.WIDTH;

  private EventRow() {}

  /** What {@link #read} wants to see. */
  static String columns(String nonce) {
    return "e.seq, e.type, e.at, u.id, u.name, e.body, e.data, e.target, "
        + nonce
        + ", "
        + ChangesRow.COLUMNS;
  }

  /** The event with its nonce, if it has one; a message as it is now. */
  static Event.RoomEvent read(RoomId room, ResultSet row) throws SQLException {
    long seq = row.getLong(1);
    String type = row.getString(2);
    long at = row.getLong(3);
    var from = new UserId(row.getString(4));
    String name = row.getString(5);
    String body = row.getString(6);
    String json = row.getString(7);
    long target = row.getLong(8);
    return switch (type) {
      case MESSAGE -> {
        var data = EventData.of(json);
        yield new Event.Message(
            room,
            seq,
            from,
            name,
            at,
            body,
            data.mentions(),
            nonce(row.getString(9)),
            data.ties(target),
            ChangesRow.read(row, 10));
      }
      case EDITED ->
          new Event.Edited(room, seq, from, name, at, target, body, EventData.of(json).mentions());
      case "deleted" -> new Event.Deleted(room, seq, from, name, at, target);
      case "reacted" -> {
        var data = EventData.of(json);
        yield new Event.Reacted(room, seq, from, name, at, target, data.emoji(), data.on());
      }
      case "pinned" -> new Event.Pinned(room, seq, from, name, at, target, EventData.of(json).on());
      case "joined_room" ->
          new Event.JoinedRoom(room, seq, from, name, at, EventData.of(json).by());
      case "left_room" -> new Event.LeftRoom(room, seq, from, name, at, EventData.of(json).by());
      case "room_changed", "rank_changed", "renamed" -> said(json);
      default -> new Event.Unrecognized(room, seq, at, type);
    };
  }

  static @Nullable String body(Event.RoomEvent event) {
    return switch (event) {
      case Event.Message message -> message.body();
      case Event.Edited edited -> edited.body();
      case Event.Deleted _,
          Event.Reacted _,
          Event.Pinned _,
          Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Renamed _,
          Event.Unrecognized _ ->
          null;
    };
  }

  /**
   * What goes into the data column; null when there is nothing.
   *
   * @param hook what a message was asked to hang on
   */
  static @Nullable String data(Event.RoomEvent event, Command.Hook hook) {
    return switch (event) {
      case Event.Message message -> EventData.message(message.mentions(), message.ties(), hook);
      case Event.Edited edited -> EventData.message(edited.mentions(), Ties.NONE, hook);
      case Event.Reacted reacted -> EventData.reacted(reacted.emoji(), reacted.on());
      case Event.Pinned pinned -> EventData.pinned(pinned.on());
      case Event.JoinedRoom joined -> EventData.by(joined.by());
      case Event.LeftRoom left -> EventData.by(left.by());
      case Event.RoomChanged _, Event.RankChanged _, Event.Renamed _ -> Codec.encode(event);
      case Event.Deleted _, Event.Unrecognized _ -> null;
    };
  }

  private static Event.RoomEvent said(String json) throws SQLException {
    try {
      return (Event.RoomEvent) Codec.decodeEvent(json).orElseThrow();
    } catch (Malformed e) {
      throw new SQLException("An event in the database cannot be read.", e);
    }
  }

  private static @Nullable Nonce nonce(@Nullable String value) {
    return value == null ? null : new Nonce(value);
  }
}
