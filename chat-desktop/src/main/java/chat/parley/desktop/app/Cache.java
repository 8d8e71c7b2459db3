package chat.parley.desktop.app;

import chat.parley.client.Journal;
import chat.parley.client.Outgoing;
import chat.parley.desktop.platform.SecretStore;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Archive;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.model.Attachment;
import chat.parley.model.Kept;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.SearchWords;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What this computer keeps of one person's rooms on one server, in one SQLite file: the journal of
 * the client and the archive of the window. What a writing method was given is on the disk when it
 * returns ({@code synchronous=FULL}), so that a message that left the composer survives a crash.
 *
 * <p>For any thread. Writers take turns under one lock, readers under another, so a page is read
 * while a write waits for the disk.
 */
public final class Cache implements Journal, Archive, AutoCloseable {
  /** Reads from a connection, or writes to it. */
  private interface Step<T extends @Nullable Object> {
    T in(Connection db) throws SQLException;
  }

  private interface Change {
    void in(Connection db) throws SQLException;
  }

  private final CacheFile file;
  private final LoginFile beside;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Consumer<List<LocalFile>> spent = _ -> {};
  private volatile Consumer<List<Attachment>> onGone = _ -> {};

  /** Guarded by {@link #place}'s own monitor. */
  private final TokenPlace place;

  private Cache(CacheFile file, SecretStore secrets) {
    this.file = file;
    this.beside = LoginFile.of(file.path());
    this.place = new TokenPlace(secrets);
  }

  /**
   * Opens or makes the file. One that is damaged is set aside and a new one made.
   *
   * @throws CacheException with one sentence when that is not possible
   */
  public static Cache open(Path file) {
    return open(file, SecretStore.NONE);
  }

  /**
   * @param secrets where the system keeps keys; where it does not, the file has them
   * @throws CacheException with one sentence when that is not possible
   */
  static Cache open(Path file, SecretStore secrets) {
    return new Cache(CacheFile.open(file), secrets);
  }

  @Override
  public Journal.@Nullable Login login() {
    Login written = read(PersonTables::login);
    synchronized (place) {
      return written == null ? null : place.back(written);
    }
  }

  @Override
  public void loggedIn(Login login) {
    Login away;
    synchronized (place) {
      away = place.away(login);
    }
    beside.write(away); // First, so that what it has is never the older one.
    write(db -> PersonTables.put(db, away));
  }

  @Override
  public boolean keepsKeyInStore() {
    synchronized (place) {
      return place.isElsewhere();
    }
  }

  @Override
  public void forgetLogin() {
    Login written = read(PersonTables::login);
    synchronized (place) {
      place.forget(written);
    }
    beside.forget();
    write(
        db -> {
          PersonTables.change(db, "DELETE FROM login");
          // Without its epoch nobody knows of which history these are.
          PersonTables.change(db, "DELETE FROM room");
          PersonTables.change(db, "DELETE FROM event");
          // Drafts are said again by whoever logs in next; the rest was that person's.
          PersonTables.change(db, "DELETE FROM kept WHERE key NOT LIKE 'draft/%'");
          PersonTables.change(db, "UPDATE kept SET version = 0");
          PersonTables.change(db, "DELETE FROM kept_version");
        });
  }

  @Override
  public void rooms(List<RoomState> rooms) {
    var gone = new ArrayList<Attachment>();
    write(
        db -> {
          Map<RoomId, Long> before = PersonTables.expired(db);
          PersonTables.change(db, "DELETE FROM room");
          for (RoomState room : rooms) {
            PersonTables.put(db, room);
            gone.addAll(expire(db, before, room));
          }
          PersonTables.change(db, "DELETE FROM event WHERE room NOT IN (SELECT id FROM room)");
        });
    tellGone(gone);
  }

  @Override
  public void room(RoomState room) {
    var gone = new ArrayList<Attachment>();
    write(
        db -> {
          Map<RoomId, Long> before = PersonTables.expired(db);
          PersonTables.put(db, room);
          gone.addAll(expire(db, before, room));
        });
    tellGone(gone);
  }

  /** What the server has no more is not kept here either. */
  private static List<Attachment> expire(Connection db, Map<RoomId, Long> before, RoomState now)
      throws SQLException {
    RoomId room = now.room().id();
    long known = before.getOrDefault(room, 0L);
    return now.expired() > known ? EventTable.expire(db, room, known, now.expired()) : List.of();
  }

  @Override
  public void roomRemoved(RoomId room) {
    write(
        db -> {
          PersonTables.change(db, "DELETE FROM room WHERE id = ?", room.value());
          EventTable.forget(db, room);
        });
  }

  @Override
  public Map<RoomId, Long> cursors() {
    return read(EventTable::cursors);
  }

  @Override
  public void append(RoomId room, List<Event.RoomEvent> events) {
    var gone = new ArrayList<Attachment>();
    write(
        db -> {
          List<Long> range = EventTable.range(db, room);
          if (!range.isEmpty() && events.getFirst().seq() != range.getLast() + 1) {
            throw new SQLException(
                "Events from " + events.getFirst().seq() + " do not follow " + range.getLast());
          }
          EventTable.add(db, room, events);
          gone.addAll(EventTable.fold(db, room, events));
        });
    tellGone(gone);
  }

  @Override
  public void prepend(RoomId room, List<Event.RoomEvent> events) {
    write(
        db -> {
          List<Long> range = EventTable.range(db, room);
          // A page that leaves a hole would make everything before it look complete.
          if (!range.isEmpty() && events.getLast().seq() == range.getFirst() - 1) {
            EventTable.add(db, room, events);
          }
        });
  }

  @Override
  public void reset(RoomId room) {
    write(db -> EventTable.forget(db, room));
  }

  @Override
  public Keeps keeps() {
    return read(PersonTables::keeps);
  }

  @Override
  public void keep(long version, Kept kept) {
    write(db -> PersonTables.keep(db, version, kept));
  }

  @Override
  public List<Outgoing> outbox() {
    return read(OutboxTable::all);
  }

  @Override
  public void put(Outgoing message) {
    write(
        db -> {
          OutboxTable.put(db, message);
          ParcelTable.send(db, message.nonce(), message.hook().files());
        });
  }

  @Override
  public void remove(Nonce nonce) {
    var gone = new ArrayList<LocalFile>();
    write(
        db -> {
          OutboxTable.remove(db, nonce);
          gone.addAll(ParcelTable.forget(db, nonce));
        });
    if (!gone.isEmpty()) {
      spent.accept(gone);
    }
  }

  /** Hears, on the client's thread, which files the app made for messages that are said now. */
  void onSpent(Consumer<List<LocalFile>> hearer) {
    spent = hearer;
  }

  /** Hears, on the client's thread, which files went with messages that are gone now. */
  void onGone(Consumer<List<Attachment>> hearer) {
    onGone = hearer;
  }

  private void tellGone(List<Attachment> files) {
    if (!files.isEmpty()) {
      onGone.accept(files);
    }
  }

  /** Keeps the files of a message that is taken back. */
  void spare(Nonce nonce) {
    write(db -> ParcelTable.spare(db, nonce));
  }

  /** What is attached and not sent, in the order attached. */
  List<Parcel> parcels() {
    return read(ParcelTable::waiting);
  }

  /** The files of messages that are on their way. */
  List<Parcel> filesOnTheirWay() {
    return read(ParcelTable::onTheirWay);
  }

  void keep(Parcel parcel) {
    write(db -> ParcelTable.put(db, parcel));
  }

  void drop(Parcel parcel) {
    write(db -> ParcelTable.remove(db, parcel));
  }

  @Override
  public Snapshot snapshot() {
    Login login = login();
    return new Snapshot(
        login == null ? null : login.user(),
        read(PersonTables::rooms),
        outbox(),
        keeps().entries(),
        file.notice());
  }

  @Override
  public List<Event.RoomEvent> before(RoomId room, long seq, int limit) {
    return read(db -> EventTable.before(db, room, seq, limit));
  }

  @Override
  public List<Event.RoomEvent> after(RoomId room, long seq, int limit) {
    return read(db -> EventTable.after(db, room, seq, limit));
  }

  @Override
  public Event.Hits search(SearchWords words, Command.Narrow narrow, long before, int limit) {
    return read(db -> MessageScan.search(db, words, narrow, before, limit));
  }

  @Override
  public Map<UserId, String> authors() {
    return read(MessageScan::authors);
  }

  @Override
  public List<Outgoing> outbox(RoomId room) {
    return read(db -> OutboxTable.of(db, room));
  }

  @Override
  public void close() {
    writing.lock();
    reading.lock();
    try {
      file.close();
    } catch (SQLException e) {
      throw new CacheException(Texts.of("cache.not.closed"), e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  private <T extends @Nullable Object> T read(Step<T> step) {
    reading.lock();
    try {
      return step.in(file.reader());
    } catch (SQLException e) {
      throw failure(Texts.of("cache.not.read"), e);
    } finally {
      reading.unlock();
    }
  }

  /** All of a change or nothing of it. */
  private void write(Change change) {
    writing.lock();
    try {
      Connection db = file.writer();
      db.setAutoCommit(false);
      try {
        change.in(db);
        db.commit();
      } catch (SQLException e) {
        db.rollback();
        throw e;
      } finally {
        db.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(Texts.of("cache.not.written"), e);
    } finally {
      writing.unlock();
    }
  }

  private CacheException failure(String sentence, SQLException e) {
    if (file.suspect(e)) {
      return new CacheException(Texts.of("cache.damaged"), e);
    }
    return new CacheException(sentence, e);
  }
}
