package chat.parley.server.store;

import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The writing connection and all that is remembered beside it. After any failure it is thrown away
 * whole, so that no half of a batch survives in a cache. Committer's thread only.
 */
final class Writer implements AutoCloseable {
  /** What the log file may keep after a checkpoint; a longer one is cut. */
  static final long LOG_KEPT_BYTES = 64L << 20;

  private static final long COPY_EVERY_BYTES = 8L << 20;

  /** So long the log may become before the committer stops to copy all of it itself. */
  private static final long LONG_LOG_BYTES = 24L << 20;

  /** What a commit adds to the log at least: a handful of pages. */
  private static final long BATCH_BYTES = 24L << 10;

  /** And what each event adds to that beside its text. */
  private static final long EVENT_BYTES = 4L << 10;

  /**
   * So many events the index of words may lag while there is no pause. Its small steps cost the
   * disk more than the messages do, and a search reads what it lacks.
   */
  private static final int INDEX_LAGS_AT_MOST = 10_000;

  /** About what a step of the index of words adds to the log. */
  private static final long INDEX_BYTES = 128L << 10;

  private static final int PAGE_BYTES = 4096;
  private static final long NO_PAGE_LIMIT = 0xfffffffeL;

  private final Statements db;
  private final RoomCache rooms;
  private final People people;
  private final EventLog log;
  private final Messages messages;
  private final MessageChanges changes;
  private final ReadMarks marks;
  private final Recounts recounts = new Recounts();
  private final Entrances entrances;
  private final DirectRooms directRooms;
  private final RoomChanges roomChanges;
  private final Keepsakes keepsakes;
  private final Devices devices;
  private final Accounts accounts;
  private final FailedLogIns failures;
  private final Rulings rulings;
  private final Operator operator;
  private final Expiry expiry;
  private final Files files;
  private final WordIndex words;
  private int eventsNotIndexed;
  private boolean wordsAreBehind = true;
  private boolean indexGoesOn;
  private long bytesSinceCopy;
  private long bytesSinceCheckpoint;
  private long pageLimit = NO_PAGE_LIMIT;

  /**
   * @param random by which nobody can guess what comes next
   */
  Writer(
      Statements db, Rules rules, InstantSource clock, LongSupplier nanos, RandomGenerator random)
      throws SQLException {
    this.db = db;
    rooms = new RoomCache(db);
    people = new People(db, clock);
    log = new EventLog(db, rooms, clock);
    keepsakes = new Keepsakes(db, people);
    devices = new Devices(db, people, clock);
    failures = new FailedLogIns(db);
    var permissions = new Permissions(db, rules, clock);
    var powers = new Powers(db, people, permissions, clock);
    var audit = new AuditLog(db, clock);
    var bans = new Bans(db, people, powers, audit, clock);
    var restraints = new Restraints(db, rooms, log, permissions, audit, clock);
    accounts = new Accounts(db, people, devices, rooms, log, restraints, bans, audit, clock);
    words = new WordIndex(db, nanos);
    var stored = new StoredMessages(db, words);
    var mentioning = new Mentioning(db, recounts);
    var memberships = new Memberships(db, rooms, log, audit);
    files = new Files(db, people, rooms, permissions, clock, random);
    messages =
        new Messages(db, people, rooms, log, stored, mentioning, permissions, restraints, files);
    changes = new MessageChanges(db, rooms, log, stored, mentioning, permissions, people, audit);
    marks = new ReadMarks(db, rooms, permissions);
    entrances = new Entrances(people, rooms, memberships, marks, permissions, audit, clock);
    directRooms = new DirectRooms(db, people, rooms, marks, permissions, clock);
    roomChanges = new RoomChanges(db, rooms, log, memberships, permissions, audit);
    expiry = new Expiry(db, rooms, stored, mentioning);
    var stewards = new Stewards(db, people, accounts, devices, powers, audit, clock);
    operator = new Operator(db, people, accounts, stewards, audit, clock);
    rulings =
        new Rulings(
            restraints,
            new Reports(db, people, rooms, stored, permissions, audit, clock),
            stewards,
            bans,
            new Invites(db, powers, audit, clock),
            new ServerBook(db, powers, audit, clock));
  }

  /** Takes the database's one write lock. */
  void begin() throws SQLException {
    db.update("BEGIN IMMEDIATE");
  }

  <R> Result<R> apply(Write<R> write) throws SQLException {
    try {
      return done(write);
    } catch (Refused no) {
      return no.result();
    }
  }

  // Each kind of write names the kind of its own result, which the compiler cannot follow here.
  @SuppressWarnings("unchecked")
  private <R> Result<R> done(Write<R> write) throws SQLException, Refused {
    return (Result<R>)
        switch (write) {
          case Write.Append w -> messages.append(w);
          case Write.Edit w -> changes.edit(w);
          case Write.Delete w -> changes.delete(w);
          case Write.React w -> changes.react(w);
          case Write.Pin w -> changes.pin(w);
          case Write.MarkRead w -> marks.read(w);
          case Write.MarkUnread w -> marks.unread(w);
          case Write.MarkGot w -> marks.got(w);
          case Write.JoinById w -> entrances.join(w);
          case Write.JoinByName w -> entrances.join(w);
          case Write.OpenRoom w -> entrances.open(w);
          case Write.CreateRoom w -> entrances.create(w);
          case Write.Invite w -> entrances.invite(w);
          case Write.Leave w -> entrances.leave(w);
          case Write.Remove w -> entrances.remove(w);
          case Write.OpenDirect w -> directRooms.open(w);
          case Write.ChangeRoom w -> roomChanges.change(w);
          case Write.SetRank w -> roomChanges.rank(w);
          case Write.Keep w -> keepsakes.keep(w);
          case Write.SetStatus w -> accounts.say(w);
          case Write.AddGuest w -> accounts.add(w);
          case Write.AddAccount w -> accounts.add(w);
          case Write.BecomeMember w -> accounts.become(w);
          case Write.SetPassword w -> accounts.password(w);
          case Write.ChangePassword w -> accounts.change(w);
          case Write.Rename w -> accounts.takeName(w);
          case Write.AddDevice w -> devices.add(w);
          case Write.ComeAgain w -> devices.comeAgain(w);
          case Write.EndDevices w -> devices.end(w);
          case Write.CountFailures w -> failures.count(w);
          case Write.Reset w -> accounts.reset(w);
          case Write.ResetByOperator w -> operator.reset(w);
          case Write.OwnByOperator w -> operator.own(w);
          case Write.By<?> w -> rulings.carryOut(w);
          case Write.Expire w -> expiry.expire(w);
          case Write.File<?> w -> files.file(w);
        };
  }

  /** Who has other unread mentions now; before {@link #commit}, which may forget the rooms. */
  List<Recount> recount() throws SQLException {
    return recounts.take(rooms, marks);
  }

  /** When this returns, all since {@link #begin} is on the disk; these are its events. */
  List<Event.RoomEvent> commit() throws SQLException {
    rooms.flush();
    db.update("COMMIT");
    rooms.trim();
    List<Event.RoomEvent> events = log.takeBatch();
    long written = BATCH_BYTES;
    for (Event.RoomEvent event : events) {
      written += EVENT_BYTES;
      if (event instanceof Event.Message message) {
        written += message.body().length();
      }
    }
    bytesSinceCopy += written;
    bytesSinceCheckpoint += written;
    eventsNotIndexed += events.size();
    wordsAreBehind |= !events.isEmpty();
    return events;
  }

  /** Whether there may be messages that the index of words does not know. */
  boolean wordsAreBehind() {
    return wordsAreBehind;
  }

  /** Whether the last step of the index did not come to the end. */
  boolean indexGoesOn() {
    return indexGoesOn;
  }

  /** Whether so much was said since the index was looked after that it cannot wait for a pause. */
  boolean indexIsDue() {
    return wordsAreBehind && eventsNotIndexed >= INDEX_LAGS_AT_MOST;
  }

  /** Brings the index of words on, in a transaction of its own. */
  void index(long nanosOfWork) throws SQLException {
    begin();
    indexGoesOn = words.follow(nanosOfWork);
    eventsNotIndexed = indexGoesOn ? Math.max(0, eventsNotIndexed - WordIndex.ROWS_AT_ONCE) : 0;
    wordsAreBehind = indexGoesOn;
    db.update("COMMIT");
    bytesSinceCopy += INDEX_BYTES;
    bytesSinceCheckpoint += INDEX_BYTES;
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

  /** Whether so much was written since the last copy that it is time for one. Asked once. */
  boolean takeCopyIsDue() {
    boolean due = bytesSinceCopy >= COPY_EVERY_BYTES;
    bytesSinceCopy = due ? 0 : bytesSinceCopy;
    return due;
  }

  boolean logIsLong() {
    return bytesSinceCheckpoint >= LONG_LOG_BYTES;
  }

  /**
   * Copies what is not yet copied of the log into the database, so that the next commit can start
   * the log anew; readers are waited for only when the log is very long.
   */
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
