package chat.parley.server.store;

import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * The writing connection and all that is remembered beside it. After any failure it is thrown away
 * whole, so that no half of a batch survives in a cache. Committer's thread only.
 */
final class Writer implements AutoCloseable {
  /** What the log file may keep after a checkpoint; a longer one is cut. */
  static final long LOG_KEPT_BYTES = 64L << 20;

  private static final long CHECKPOINT_EVERY_BYTES = 8L << 20;

  /** What a commit adds to the log at least: a handful of pages. */
  private static final long BATCH_BYTES = 24L << 10;

  /** And what each event adds to that beside its text. */
  private static final long EVENT_BYTES = 4L << 10;

  private static final int PAGE_BYTES = 4096;
  private static final long NO_PAGE_LIMIT = 0xfffffffeL;

  private final Statements db;
  private final RoomCache rooms;
  private final People people;
  private final EventLog log;
  private final Messages messages;
  private final Memberships memberships;
  private long bytesSinceCheckpoint;
  private long pageLimit = NO_PAGE_LIMIT;

  Writer(Statements db, InstantSource clock) {
    this.db = db;
    rooms = new RoomCache(db);
    people = new People(db, clock);
    log = new EventLog(db, rooms, clock);
    messages = new Messages(db, people, rooms, log);
    memberships = new Memberships(db, people, rooms, log, clock);
  }

  /** Takes the database's one write lock. */
  void begin() throws SQLException {
    db.update("BEGIN IMMEDIATE");
  }

  // Each kind of write names the kind of its own result, which the compiler cannot follow here.
  @SuppressWarnings("unchecked")
  <R> Result<R> apply(Write<R> write) throws SQLException {
    return (Result<R>)
        switch (write) {
          case Write.Append w -> messages.append(w);
          case Write.MarkRead w -> memberships.mark(w);
          case Write.JoinById w -> memberships.join(w);
          case Write.JoinByName w -> memberships.join(w);
          case Write.OpenRoom w -> memberships.open(w);
          case Write.Leave w -> memberships.leave(w);
          case Write.AddGuest w -> people.add(w);
        };
  }

  /** When this returns, all since {@link #begin} is on the disk; these are its events. */
  List<Event.RoomEvent> commit() throws SQLException {
    rooms.flush();
    db.update("COMMIT");
    rooms.trim();
    List<Event.RoomEvent> events = log.takeBatch();
    bytesSinceCheckpoint += BATCH_BYTES;
    for (Event.RoomEvent event : events) {
      bytesSinceCheckpoint += EVENT_BYTES;
      if (event instanceof Event.Message message) {
        bytesSinceCheckpoint += message.body().length();
      }
    }
    return events;
  }

  /** Writes enough to find out whether writing works, and takes it away again. */
  void probe() throws SQLException {
    begin();
    db.update(
        "INSERT INTO meta (name, value) VALUES ('probe', ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        "p".repeat(16 * PAGE_BYTES));
    db.update("COMMIT");
    begin();
    db.update("DELETE FROM meta WHERE name = 'probe'");
    db.update("COMMIT");
  }

  boolean checkpointIsDue() {
    return bytesSinceCheckpoint >= CHECKPOINT_EVERY_BYTES;
  }

  /** Copies the log into the database; readers are waited for only when the log is very long. */
  void checkpoint() throws SQLException {
    bytesSinceCheckpoint = 0;
    long pages = db.first("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getLong(2)).orElse(0L);
    if (pages * PAGE_BYTES > LOG_KEPT_BYTES) {
      db.first("PRAGMA wal_checkpoint(RESTART)", row -> row.getLong(1));
    }
  }

  /** The database may grow to so many pages; 0 means as many as it likes. */
  void limitPages(long pages) throws SQLException {
    long limit = pages == 0 ? NO_PAGE_LIMIT : pages;
    if (limit != pageLimit) {
      db.number("PRAGMA max_page_count = " + limit);
      pageLimit = limit;
    }
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
