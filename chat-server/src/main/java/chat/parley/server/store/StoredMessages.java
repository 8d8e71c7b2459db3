package chat.parley.server.store;

import chat.parley.model.Changes;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages as they are after all that happened to them, so that no reader has to fold a log.
 * Committer's thread only.
 */
final class StoredMessages {
  private final Statements db;
  private final WordIndex words;

  StoredMessages(Statements db, WordIndex words) {
    this.db = db;
    this.words = words;
  }

  /** A message as it is now, deleted or not. */
  Event.Message get(RoomEntry room, long seq) throws SQLException, Refused {
    return find(room, seq).orElseThrow(() -> new Refused(Refusals.noSuchMessage()));
  }

  Event.Message getAlive(RoomEntry room, long seq) throws SQLException, Refused {
    Event.Message message = get(room, seq);
    if (message.changes().deleted()) {
      throw new Refused(Refusals.noSuchMessage());
    }
    return message;
  }

  /** What a new message in a thread makes of the thread's root. */
  void foldReply(RoomEntry room, Event.Message reply) throws SQLException {
    Event.Message root = find(room, reply.ties().thread()).orElseThrow();
    fold(room, root, reply);
  }

  /** Writes what has become of a message by an event. */
  void fold(RoomEntry room, Event.Message message, Event.RoomEvent event) throws SQLException {
    Changes now = Fold.after(message, event).changes();
    ChangesRow.write(db, room.key, message.seq(), now);
  }

  /** The message says something else now. What it said first is kept. */
  void rewrite(RoomEntry room, Event.Message before, Event.Edited edited) throws SQLException {
    db.update(
        "UPDATE changes SET first_body = ?"
            + " WHERE room_key = ? AND seq = ? AND first_body IS NULL",
        before.body(),
        room.key,
        before.seq());
    Row row = row(room.key, before.seq());
    write(row, edited.body(), EventData.of(row.data()).withMentions(edited.mentions()));
  }

  /** Nothing that it said can be read any more, in the log of its edits neither. */
  void wipe(RoomEntry room, long seq) throws SQLException {
    wipe(room.key, seq);
  }

  /** The message is gone without an event, and so is what hung on it, except its thread. */
  void expire(long roomKey, long seq) throws SQLException {
    wipe(roomKey, seq);
    db.update(
        "INSERT INTO changes (room_key, seq, last, edited_at, deleted, pinned, replies, last_reply)"
            + " VALUES (?1, ?2, ?2, 0, 1, 0, 0, 0)"
            + " ON CONFLICT (room_key, seq) DO UPDATE"
            + " SET edited_at = 0, deleted = 1, pinned = 0, reactions = NULL",
        roomKey,
        seq);
  }

  private void wipe(long roomKey, long seq) throws SQLException {
    Row row = row(roomKey, seq);
    write(row, "", EventData.of(row.data()).wiped());
    Files.forget(db, roomKey, seq);
    db.update(
        "UPDATE events SET body = '', data = NULL"
            + " WHERE room_key = ? AND target = ? AND type = 'edited'",
        roomKey,
        seq);
    db.update("UPDATE changes SET first_body = NULL WHERE room_key = ? AND seq = ?", roomKey, seq);
  }

  private record Row(long key, @Nullable String body, @Nullable String data) {}

  private Row row(long roomKey, long seq) throws SQLException {
    return db.first(
            "SELECT key, body, data FROM events WHERE room_key = ? AND seq = ?",
            row -> new Row(row.getLong(1), row.getString(2), row.getString(3)),
            roomKey,
            seq)
        .orElseThrow();
  }

  private void write(Row row, String body, @Nullable String data) throws SQLException {
    db.update("UPDATE events SET body = ?, data = ? WHERE key = ?", body, data, row.key());
    words.changed(
        row.key(), WordIndex.searchable(row.body(), row.data()), WordIndex.searchable(body, data));
  }

  private Optional<Event.Message> find(RoomEntry room, long seq) throws SQLException {
    return db.first(
        "SELECT "
            + EventRow.columns("e.nonce")
            + EventRow.TABLES
            + "WHERE e.room_key = ? AND e.seq = ? AND e.type = 'message'",
        row -> (Event.Message) EventRow.read(room.id(), row),
        room.key,
        seq);
  }
}
