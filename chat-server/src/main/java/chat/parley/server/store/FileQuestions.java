package chat.parley.server.store;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is read of files. May be used from any thread; blocks as {@link Store} does. */
public final class FileQuestions {
  private final Readers readers;

  FileQuestions(Readers readers) {
    this.readers = readers;
  }

  /**
   * An upload under way.
   *
   * @param sha256 what its bytes must have; null when their sender did not say
   */
  public record Upload(
      FileId id,
      RoomId room,
      UserId owner,
      String name,
      long size,
      String type,
      @Nullable String sha256) {}

  /**
   * A file that has come whole.
   *
   * @param said whether it went with a message
   * @param sha256 where its bytes lie
   */
  public record Kept(Attachment file, RoomId room, UserId owner, boolean said, String sha256) {}

  public Optional<Upload> upload(FileId id) {
    return readers.read(
        db ->
            db.first(
                "SELECT r.id, u.id, p.name, p.size, p.type, p.sha256 FROM uploads p"
                    + " JOIN rooms r ON r.key = p.room_key JOIN users u ON u.key = p.owner_key"
                    + " WHERE p.id = ?",
                row ->
                    new Upload(
                        id,
                        new RoomId(row.getString(1)),
                        new UserId(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)),
                id.value()));
  }

  public Optional<Kept> file(FileId id) {
    int after = FileRow.WIDTH;
    return readers.read(
        db ->
            db.first(
                "SELECT "
                    + FileRow.COLUMNS
                    + ", r.id, u.id, f.seq IS NOT NULL, f.sha256 FROM files f"
                    + " JOIN rooms r ON r.key = f.room_key JOIN users u ON u.key = f.owner_key"
                    + " WHERE f.id = ?",
                row ->
                    new Kept(
                        FileRow.read(row),
                        new RoomId(row.getString(after + 1)),
                        new UserId(row.getString(after + 2)),
                        row.getBoolean(after + 3),
                        row.getString(after + 4)),
                id.value()));
  }

  /** All uploads under way, and how many bytes each will have. */
  public Map<FileId, Long> uploads() {
    return readers
        .read(
            db ->
                db.all(
                    "SELECT id, size FROM uploads",
                    row -> Map.entry(new FileId(row.getString(1)), row.getLong(2))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * @param time epoch milliseconds
   */
  public List<FileId> uploadsBegunBefore(long time) {
    return readers.read(
        db ->
            db.all(
                "SELECT id FROM uploads WHERE begun_at < ?",
                row -> new FileId(row.getString(1)),
                time));
  }

  /** Bytes that may be needed by nobody any more. */
  public List<String> loose(int limit) {
    return readers.read(
        db -> db.all("SELECT sha256 FROM loose_bytes LIMIT ?", row -> row.getString(1), limit));
  }

  public boolean isNeeded(String sha256) {
    return readers.read(db -> db.number("SELECT count(*) FROM files WHERE sha256 = ?", sha256) > 0);
  }

  /** How many bytes all files have, the same ones counted once for each. */
  public long bytes() {
    return readers.read(db -> db.number("SELECT coalesce(sum(size), 0) FROM files"));
  }

  /** Whether somebody belongs to a room, connected or not. */
  public boolean isMember(UserId user, RoomId room) {
    return readers.read(
        db ->
            db.number(
                    "SELECT count(*) FROM members WHERE user_key = (SELECT key FROM users WHERE id ="
                        + " ?) AND room_key = (SELECT key FROM rooms WHERE id = ?)",
                    user.value(),
                    room.value())
                > 0);
  }
}
