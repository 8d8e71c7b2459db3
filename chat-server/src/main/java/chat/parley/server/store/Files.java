package chat.parley.server.store;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.protocol.Command;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Writes which files there are, and to which message each belongs. Committer's thread only. */
final class Files {
  private static final int ID_BYTES = 16;

  private final Statements db;
  private final People people;
  private final RoomCache rooms;
  private final Permissions permissions;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final FileShares shares;

  /**
   * @param random by which nobody can guess what comes next
   */
  Files(
      Statements db,
      People people,
      RoomCache rooms,
      Permissions permissions,
      InstantSource clock,
      RandomGenerator random) {
    this.db = db;
    this.people = people;
    this.rooms = rooms;
    this.permissions = permissions;
    this.clock = clock;
    this.random = random;
    this.shares = new FileShares(db);
  }

  Result<?> file(Write.File<?> write) throws SQLException, Refused {
    return switch (write.what()) {
      case Filing.Begin w -> begin(w);
      case Filing.Finish w -> finish(w);
      case Filing.Drop w -> drop(w);
      case Filing.Sweep w -> sweep(w);
      case Filing.Tidied w -> tidied(w);
    };
  }

  private Result<Write.Changed> begin(Filing.Begin w) throws SQLException, Refused {
    RoomEntry room = rooms.get(w.room());
    Membership sender = room.get(w.user().id());
    permissions.requireSend(room, sender, true);
    shares.requireRoom(w, sender.userKey);
    db.update(
        "INSERT INTO uploads (id, owner_key, room_key, name, size, type, sha256, begun_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        w.id().value(),
        sender.userKey,
        room.key,
        w.name(),
        w.size(),
        w.type(),
        w.sha256(),
        clock.millis());
    return changed();
  }

  private Result<Write.Changed> finish(Filing.Finish w) throws SQLException, Refused {
    Attachment file = w.file();
    int made =
        db.update(
            "INSERT INTO files (id, owner_key, room_key, name, size, type, sha256, width, height,"
                + " thumb, came_at) SELECT id, owner_key, room_key, name, ?, ?, ?, ?, ?, ?, ?"
                + " FROM uploads WHERE id = ?",
            file.size(),
            file.type(),
            w.sha256(),
            file.width(),
            file.height(),
            file.thumb() ? 1 : 0,
            clock.millis(),
            file.id().value());
    if (made == 0) {
      throw new Refused(Refusals.noSuchFile());
    }
    db.update("DELETE FROM uploads WHERE id = ?", file.id().value());
    return changed();
  }

  private Result<Write.Changed> drop(Filing.Drop w) throws SQLException, Refused {
    long owner = people.getSelf(w.user()).key();
    int dropped =
        db.update("DELETE FROM uploads WHERE id = ? AND owner_key = ?", w.id().value(), owner);
    if (dropped == 0) {
      throw new Refused(Refusals.noSuchFile());
    }
    return changed();
  }

  private Result<Write.Changed> sweep(Filing.Sweep w) throws SQLException {
    for (FileId upload : w.uploads()) {
      db.update("DELETE FROM uploads WHERE id = ?", upload.value());
    }
    loosen("seq IS NULL AND came_at < ?", w.filesBefore());
    return changed();
  }

  private Result<Write.Changed> tidied(Filing.Tidied w) throws SQLException {
    for (String sha256 : w.sha256()) {
      db.update("DELETE FROM loose_bytes WHERE sha256 = ?", sha256);
    }
    return changed();
  }

  /**
   * What is to go with a new message.
   *
   * @throws Refused when one of them is not this person's, in another room, or went already, and
   *     when what is passed on would be more than their share
   */
  List<Attachment> going(RoomEntry room, Membership sender, Write.Append write)
      throws SQLException, Refused {
    var files = new ArrayList<Attachment>();
    for (FileId id : write.hook().files()) {
      Optional<Attachment> file =
          db.first(
              "SELECT "
                  + FileRow.COLUMNS
                  + " FROM files f WHERE f.id = ? AND f.owner_key = ? AND f.room_key = ?"
                  + " AND f.seq IS NULL",
              FileRow::read,
              id.value(),
              sender.userKey,
              room.key);
      files.add(file.orElseThrow(() -> new Refused(Refusals.noSuchFile())));
    }
    Command.Source source = write.hook().forward();
    if (source == null) {
      return files;
    }
    if (!files.isEmpty()) {
      throw new Refused(Refusals.filesOfAnother());
    }
    return passedOn(room, sender, source, write.share());
  }

  /** The files of a message that is passed on: the same bytes, under ids of their own. */
  private List<Attachment> passedOn(
      RoomEntry room, Membership sender, Command.Source source, long share)
      throws SQLException, Refused {
    RoomEntry from = rooms.get(source.room());
    shares.requireRoom(from.key, source.seq(), sender.userKey, share);
    var files = new ArrayList<Attachment>();
    List<String> ids =
        db.all(
            "SELECT id FROM files WHERE room_key = ? AND seq = ? ORDER BY key",
            row -> row.getString(1),
            from.key,
            source.seq());
    for (String id : ids) {
      FileId copy = freshId();
      db.update(
          "INSERT INTO files (id, owner_key, room_key, name, size, type, sha256, width, height,"
              + " thumb, came_at) SELECT ?, ?, ?, name, size, type, sha256, width, height, thumb, ?"
              + " FROM files WHERE id = ?",
          copy.value(),
          sender.userKey,
          room.key,
          clock.millis(),
          id);
      files.add(
          db.first(
                  "SELECT " + FileRow.COLUMNS + " FROM files f WHERE f.id = ?",
                  FileRow::read,
                  copy.value())
              .orElseThrow());
    }
    return files;
  }

  private FileId freshId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return new FileId("f_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** They belong to that message now. */
  void went(RoomEntry room, long seq, List<Attachment> files) throws SQLException {
    for (Attachment file : files) {
      db.update(
          "UPDATE files SET seq = ? WHERE id = ? AND room_key = ?",
          seq,
          file.id().value(),
          room.key);
    }
  }

  /** What went with that message is gone. */
  static void forget(Statements db, long roomKey, long seq) throws SQLException {
    loosen(db, "room_key = ? AND seq = ?", roomKey, seq);
  }

  private void loosen(String which, Object... values) throws SQLException {
    loosen(db, which, values);
  }

  private static void loosen(Statements db, String which, Object... values) throws SQLException {
    List<String> bytes =
        db.all(
            "DELETE FROM files WHERE " + which + " RETURNING sha256",
            row -> row.getString(1),
            values);
    for (String sha256 : bytes) {
      db.update("INSERT INTO loose_bytes (sha256) VALUES (?) ON CONFLICT DO NOTHING", sha256);
    }
  }

  private static Result<Write.Changed> changed() {
    return new Result.Done<>(new Write.Changed(true));
  }
}
