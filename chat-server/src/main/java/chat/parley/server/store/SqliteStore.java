package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store of one server alone: an SQLite file in the server's data folder. */
public final class SqliteStore implements Store {
  private static final Logger log = LoggerFactory.getLogger(SqliteStore.class);
  private static final Duration DRAIN_ON_CLOSE = Duration.ofSeconds(2);

  private final StoreFolder folder;
  private final Readers readers;
  private final Committer committer;
  private final String epoch;

  private SqliteStore(StoreFolder folder, Readers readers, Committer committer, String epoch) {
    this.folder = folder;
    this.readers = readers;
    this.committer = committer;
    this.epoch = epoch;
  }

  /**
   * Opens the store in that folder, or makes it when there is none.
   *
   * @param listener is told of every commit
   * @param clock dates events
   * @throws StoreException with one sentence about what is wrong and what to do; whatever database
   *     was there is untouched then
   */
  public static SqliteStore open(Path folder, CommitListener listener, InstantSource clock) {
    return open(folder, listener, clock, Tuning.DEFAULT);
  }

  static SqliteStore open(
      Path wanted, CommitListener listener, InstantSource clock, Tuning tuning) {
    StoreFolder folder = StoreFolder.occupy(wanted);
    try {
      var file = new DatabaseFile(folder.database());
      file.prepare(new SecureRandom());
      String epoch = file.epoch();
      var committer = new Committer(folder.database(), listener, tuning, clock, System::nanoTime);
      committer.open();
      Readers readers = openReaders(folder, tuning, committer);
      committer.start();
      return new SqliteStore(folder, readers, committer, epoch);
    } catch (SQLException e) {
      folder.close();
      throw new StoreException(Fault.of(e).atStart(folder.database()), e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Readers openReaders(StoreFolder folder, Tuning tuning, Committer committer)
      throws SQLException {
    try {
      return new Readers(folder.database(), tuning.readers());
    } catch (SQLException e) {
      committer.close();
      throw e;
    }
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public <R> void submit(Write<R> write, Consumer<Result<R>> done) {
    committer.submit(write, done);
  }

  @Override
  public Optional<Write.Login> findLogin(String tokenHash) {
    return readers.read(db -> Questions.login(db, tokenHash));
  }

  @Override
  public List<RoomState> roomsOf(UserId user) {
    return readers.read(db -> Questions.roomsOf(db, user));
  }

  @Override
  public List<RoomListing> directory(UserId reader) {
    return readers.read(db -> Questions.directory(db, reader));
  }

  @Override
  public List<User> membersOf(RoomId room) {
    return readers.read(db -> Questions.membersOf(db, room));
  }

  @Override
  public Page page(RoomId room, Command.Span span, int limit, UserId reader) {
    return readers.read(db -> Questions.page(db, room, span, limit, reader));
  }

  @Override
  public Optional<String> trouble() {
    return committer.trouble();
  }

  @Override
  public void drain(Duration most) {
    drained(most);
  }

  @Override
  public void close() {
    boolean drained = drained(DRAIN_ON_CLOSE);
    readers.close();
    if (drained) {
      // The last connection: closing it copies the log into the database.
      committer.close();
    } else {
      log.warn("The committer is still writing to {} and is left behind.", folder.database());
    }
    folder.close();
  }

  /** Stands in for a full disk, in tests. */
  void limitPages(long pages) {
    committer.limitPages(pages);
  }

  private boolean drained(Duration most) {
    try {
      return committer.drain(most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
