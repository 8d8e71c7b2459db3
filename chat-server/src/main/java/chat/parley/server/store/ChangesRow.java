package chat.parley.server.store;

import chat.parley.model.Changes;
import chat.parley.model.Reaction;
import chat.parley.model.UserId;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what has become of a message lies in its row. */
final class ChangesRow {
  /** What {@link #read} wants to see; c is the row, which may be missing. */
  static final String COLUMNS =
      "c.last, c.edited_at, c.deleted, c.pinned, c.reactions, c.replies, c.last_reply, c.repliers";

  /** How many those are. */
  static final int WIDTH = 8;

  private ChangesRow() {}

  /**
   * @param first the number of the first of the columns
   */
  static Changes read(ResultSet row, int first) throws SQLException {
    long last = row.getLong(first);
    if (last == 0) {
      return Changes.NONE;
    }
    return new Changes(
        last,
        row.getLong(first + 1),
        row.getInt(first + 2) == 1,
        row.getLong(first + 3) > 0,
        reactions(row.getString(first + 4)),
        new Changes.Replies(
            row.getInt(first + 5), row.getLong(first + 6), users(row.getString(first + 7))));
  }

  /** Writes what has become of a message. */
  static void write(Statements db, long roomKey, long seq, Changes now) throws SQLException {
    // Of a pinned message the row keeps when it was pinned, whatever happens to it later.
    db.update(
        "INSERT INTO changes (room_key, seq, last, edited_at, deleted, pinned, reactions, replies,"
            + " last_reply, repliers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (room_key, seq) DO UPDATE SET last = excluded.last,"
            + " edited_at = excluded.edited_at, deleted = excluded.deleted,"
            + " pinned = CASE WHEN excluded.pinned > 0 AND pinned > 0 THEN pinned"
            + " ELSE excluded.pinned END,"
            + " reactions = excluded.reactions, replies = excluded.replies,"
            + " last_reply = excluded.last_reply, repliers = excluded.repliers",
        roomKey,
        seq,
        now.seq(),
        now.editedAt(),
        now.deleted() ? 1 : 0,
        now.pinned() ? now.seq() : 0,
        text(now.reactions()),
        now.replies().count(),
        now.replies().last(),
        now.replies().by().isEmpty() ? null : ids(now.replies().by()).toString());
  }

  private static @Nullable String text(List<Reaction> reactions) {
    if (reactions.isEmpty()) {
      return null;
    }
    var all = new JsonArray(reactions.size());
    for (Reaction reaction : reactions) {
      var one = new JsonObject();
      one.addProperty("emoji", reaction.emoji());
      one.add("by", ids(reaction.by()));
      all.add(one);
    }
    return all.toString();
  }

  private static List<Reaction> reactions(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    var reactions = new ArrayList<Reaction>();
    for (JsonElement element : JsonParser.parseString(text).getAsJsonArray()) {
      JsonObject one = element.getAsJsonObject();
      reactions.add(new Reaction(one.get("emoji").getAsString(), users(one.getAsJsonArray("by"))));
    }
    return reactions;
  }

  private static JsonArray ids(List<UserId> users) {
    var ids = new JsonArray(users.size());
    users.forEach(user -> ids.add(user.value()));
    return ids;
  }

  private static List<UserId> users(@Nullable String text) {
    return text == null ? List.of() : users(JsonParser.parseString(text).getAsJsonArray());
  }

  private static List<UserId> users(JsonArray ids) {
    var users = new ArrayList<UserId>(ids.size());
    ids.forEach(id -> users.add(new UserId(id.getAsString())));
    return users;
  }
}
