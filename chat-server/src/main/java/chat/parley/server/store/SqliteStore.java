package chat.parley.server.store;

import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.SearchWords;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
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

  /** A file of this name in the folder says that its database is a backup that was put back. */
  public static final String RESTORED = "restored";

  private final StoreFolder folder;
  private final Readers readers;
  private final Committer committer;
  private final String epoch;
  private final InstantSource clock;
  private final Overview overview;
  private final FileQuestions files;

  private SqliteStore(
      StoreFolder folder, Readers readers, Committer committer, String epoch, InstantSource clock) {
    this.folder = folder;
    this.readers = readers;
    this.committer = committer;
    this.epoch = epoch;
    this.clock = clock;
    this.overview = new Overview(readers, clock);
    this.files = new FileQuestions(readers);
  }

  /**
   * Opens the store in that folder, or makes it when there is none.
   *
   * @param listener is told of every commit
   * @param rules are asked before every write
   * @param clock dates events
   * @throws StoreException with one sentence about what is wrong and what to do; whatever database
   *     was there is untouched then
   */
  public static SqliteStore open(
      Path folder, CommitListener listener, Rules rules, InstantSource clock) {
    return open(folder, listener, rules, clock, Tuning.DEFAULT);
  }

  static SqliteStore open(
      Path wanted, CommitListener listener, Rules rules, InstantSource clock, Tuning tuning) {
    StoreFolder folder = StoreFolder.occupy(wanted);
    try {
      var file = new DatabaseFile(folder.database());
      var random = new SecureRandom();
      file.prepare(random);
      String epoch = file.epoch();
      var committer =
          new Committer(
              folder.database(), listener, rules, tuning, clock, System::nanoTime, random);
      committer.open();
      Readers readers = openReaders(folder, tuning, committer);
      committer.start();
      return new SqliteStore(folder, readers, committer, epoch, clock);
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
    return readers.read(db -> AccountQuestions.login(db, tokenHash, clock.millis()));
  }

  @Override
  public Optional<User> findUser(DeviceId device) {
    return readers.read(db -> AccountQuestions.user(db, device, clock.millis()));
  }

  @Override
  public Optional<User> findByPass(DeviceId device, long round) {
    return readers.read(db -> AccountQuestions.byPass(db, device, round, clock.millis()));
  }

  @Override
  public long passRound(DeviceId device) {
    return readers.read(db -> AccountQuestions.passRound(db, device));
  }

  @Override
  public Optional<Account> account(String nameKey) {
    return readers.read(db -> AccountQuestions.account(db, nameKey));
  }

  @Override
  public boolean isTaken(String nameKey) {
    return readers.read(db -> AccountQuestions.isTaken(db, nameKey, 0, clock.millis()));
  }

  @Override
  public boolean isGoodInvite(String codeHash) {
    return readers.read(db -> AccountQuestions.isGoodInvite(db, codeHash, clock.millis()));
  }

  @Override
  public List<Device> devicesOf(UserId user) {
    return readers.read(db -> AccountQuestions.devicesOf(db, user));
  }

  @Override
  public boolean hasOwner() {
    return readers.read(db -> AccountQuestions.hasOwner(db, clock.millis()));
  }

  @Override
  public Optional<Failures> failedLogIns(String aim) {
    return readers.read(db -> FailedLogIns.of(db, aim));
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
  public List<Member> membersOf(RoomId room, UserId reader) {
    return readers.read(db -> Questions.membersOf(db, room, reader));
  }

  @Override
  public Crowd people(String query, int limit) {
    return readers.read(db -> Questions.people(db, query, limit));
  }

  @Override
  public Optional<Status> statusOf(UserId user) {
    return readers.read(db -> Questions.statusOf(db, user));
  }

  @Override
  public List<Kept> kept(UserId user, long after, int limit) {
    return readers.read(db -> Questions.kept(db, user, after, limit));
  }

  @Override
  public Page page(RoomId room, Command.Span span, int limit, UserId reader) {
    return readers.read(db -> MessageQuestions.page(db, room, span, limit, reader));
  }

  @Override
  public Optional<Found> thread(RoomId room, long root, long before, int limit, UserId reader) {
    return readers.read(
        db ->
            MessageQuestions.hasMessage(db, room, root)
                ? Optional.of(MessageQuestions.thread(db, room, root, before, limit, reader))
                : Optional.empty());
  }

  @Override
  public List<Event.Message> pins(RoomId room, UserId reader) {
    return readers.read(db -> MessageQuestions.pins(db, room, reader));
  }

  @Override
  public Found withFiles(RoomId room, long before, int limit, UserId reader) {
    return readers.read(db -> MessageQuestions.withFiles(db, room, before, limit, reader));
  }

  @Override
  public Mentioned mentions(UserId reader, long before, int limit) {
    return readers.read(db -> MessageQuestions.mentions(db, reader, before, limit));
  }

  @Override
  public Hits search(
      UserId reader, SearchWords words, Command.Narrow narrow, long before, int limit) {
    return readers.read(db -> SearchQuestions.search(db, reader, words, narrow, before, limit));
  }

  @Override
  public Optional<List<Event.Edition>> editions(RoomId room, long seq) {
    return readers.read(db -> MessageQuestions.editions(db, room, seq));
  }

  @Override
  public Overview overview() {
    return overview;
  }

  @Override
  public FileQuestions files() {
    return files;
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
