package chat.parley.server.store;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an event lies in its row. */
final class EventRow {
  private static final String MESSAGE = "message";
  private static final String JOINED = "joined_room";
  private static final String LEFT = "left_room";
  private static final String MENTIONS = "mentions";

  private EventRow() {}

  /** The event with its nonce, if it has one. */
  static Event.RoomEvent read(RoomId room, ResultSet row) throws SQLException {
    long seq = row.getLong(1);
    String type = row.getString(2);
    long at = row.getLong(3);
    var from = new UserId(row.getString(4));
    String name = row.getString(5);
    return switch (type) {
      case MESSAGE ->
          new Event.Message(
              room,
              seq,
              from,
              name,
              at,
              row.getString(6),
              mentions(row.getString(7)),
              nonce(row.getString(8)));
      case JOINED -> new Event.JoinedRoom(room, seq, from, name, at);
      case LEFT -> new Event.LeftRoom(room, seq, from, name, at);
      default -> new Event.Unrecognized(room, seq, at, type);
    };
  }

  /** What {@link #read} wants to see; e is the event, u its person. */
  static String columns(String nonce) {
    return "e.seq, e.type, e.at, u.id, u.name, e.body, e.data, " + nonce;
  }

  static String typeOf(Event.RoomEvent event) {
    return switch (event) {
      case Event.Message _ -> MESSAGE;
      case Event.JoinedRoom _ -> JOINED;
      case Event.LeftRoom _ -> LEFT;
      case Event.Unrecognized unknown -> unknown.type();
    };
  }

  /** What of a message goes into the data column; null when there is nothing. */
  static @Nullable String data(Event.Message message) {
    if (message.mentions().isEmpty()) {
      return null;
    }
    var ids = new JsonArray(message.mentions().size());
    message.mentions().forEach(user -> ids.add(user.value()));
    var data = new JsonObject();
    data.add(MENTIONS, ids);
    return data.toString();
  }

  private static List<UserId> mentions(@Nullable String data) {
    if (data == null) {
      return List.of();
    }
    var mentions = new ArrayList<UserId>();
    for (JsonElement id : JsonParser.parseString(data).getAsJsonObject().getAsJsonArray(MENTIONS)) {
      mentions.add(new UserId(id.getAsString()));
    }
    return mentions;
  }

  private static @Nullable Nonce nonce(@Nullable String value) {
    return value == null ? null : new Nonce(value);
  }
}
