package chat.parley.server.store;

import static chat.parley.server.store.Desk.saying;
import static chat.parley.server.store.Eventually.eventually;
import static chat.parley.server.store.Eventually.never;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.protocol.ErrorCode;
import chat.parley.server.store.Desk.Guest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that are full, locks that others hold, writes that fail: what the committer makes of it.
 */
class SqliteTroubleTest {
  /** A batch takes in all that waits, also on a machine that has a lot to do. */
  private static final Duration ALL_THAT_WAITS = Duration.ofSeconds(10);

  private static final Tuning QUICK =
      new Tuning(1_000, 200, ALL_THAT_WAITS, Duration.ofSeconds(30), Duration.ofMillis(100), 2);

  @TempDir Path folder;
  private SqliteStore store;
  private Desk desk;
  private Guest ann;
  private RoomId room;

  private void open(Tuning tuning) {
    store = SqliteStore.open(folder, _ -> {}, Desk.RULES, InstantSource.system(), tuning);
    desk = new Desk(store);
    ann = desk.guest("Ann");
    room = desk.join(ann, "tea").state().room().id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Somebody else's write lock on the database, until closed. */
  private final class OutsideLock implements AutoCloseable {
    private final Connection connection;

    OutsideLock() throws SQLException {
      connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley.db"));
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 5000");
        statement.execute("BEGIN IMMEDIATE");
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  @Test
  void nothingIsAckedWhileSomebodyElseHoldsTheLockAndAllAfter() throws Exception {
    open(QUICK);
    List<CompletableFuture<Result<Write.Appended>>> answers;
    try (var _ = new OutsideLock()) {
      answers =
          IntStream.range(0, 300)
              .mapToObj(i -> desk.submit(saying(ann, room, "line " + i)))
              .toList();
      eventually("the operator is told", () -> store.trouble().isPresent());
      never(
          "an answer",
          Duration.ofSeconds(1),
          () -> answers.stream().anyMatch(CompletableFuture::isDone));
      assertThat(store.trouble().orElseThrow()).contains("locked").contains(folder.toString());
      assertThat(desk.log(room, ann)).hasSize(1);
    }

    answers.forEach(answer -> Desk.value(Desk.await(answer)));
    assertThat(desk.log(room, ann)).hasSize(301);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void lockThatIsNeverGivenBackIsRefusedInTheEnd() throws Exception {
    open(new Tuning(1_000, 200, ALL_THAT_WAITS, Duration.ofMillis(500), Duration.ofMillis(100), 2));
    Write.Append first = saying(ann, room, "first");
    try (var _ = new OutsideLock()) {
      List<CompletableFuture<Result<Write.Appended>>> answers = new ArrayList<>();
      answers.add(desk.submit(first));
      IntStream.range(0, 400)
          .forEach(i -> answers.add(desk.submit(saying(ann, room, "line " + i))));

      answers.forEach(answer -> assertThat(code(answer)).isEqualTo(ErrorCode.STORAGE));
      assertThat(store.trouble().orElseThrow()).contains("locked");
      desk.refused(ErrorCode.STORAGE, first);
      assertThat(desk.log(room, ann)).hasSize(1);
    }

    eventually("it is writable again by itself", () -> store.trouble().isEmpty());
    assertThat(desk.done(first).message().seq()).isEqualTo(2);
  }

  @Test
  void fullDiskIsToldAndWritingGoesOnWhenThereIsSpace() {
    open(QUICK);
    store.limitPages(1);
    List<CompletableFuture<Result<Write.Appended>>> answers = new ArrayList<>();
    var big = "x".repeat(10_000);
    eventually(
        "the disk is full",
        () -> {
          answers.add(desk.submit(saying(ann, room, big)));
          Desk.await(answers.getLast());
          return store.trouble().isPresent();
        });

    assertThat(code(answers.getLast())).isEqualTo(ErrorCode.STORAGE);
    assertThat(store.trouble().orElseThrow()).contains("is full").contains(folder.toString());
    long stored = answers.stream().filter(a -> a.join() instanceof Result.Done<?>).count();
    assertThat(desk.log(room, ann)).hasSize(1 + (int) stored);
    never("a false all-clear", Duration.ofMillis(500), () -> store.trouble().isEmpty());
    Write.Append refused = saying(ann, room, big);
    desk.refused(ErrorCode.STORAGE, refused);

    store.limitPages(0);
    eventually("it is writable again by itself", () -> store.trouble().isEmpty());
    assertThat(desk.done(refused).message().seq()).isEqualTo(2 + stored);
    Desk.assertWithoutHoles(desk.log(room, ann));
  }

  @Test
  void writeThatFailsTakesNoOtherWithIt() throws Exception {
    open(QUICK);
    // The database refuses a second device of that id, which no rule of ours foresees.
    Guest poisoned = Desk.stranger("Bob").onDevice(ann.device().value());
    CompletableFuture<Result<Write.Login>> failing;
    List<CompletableFuture<Result<Write.Appended>>> others = new ArrayList<>();
    try (var _ = new OutsideLock()) {
      others.add(desk.submit(saying(ann, room, "before")));
      failing = desk.submit(poisoned.coming());
      others.add(desk.submit(saying(ann, room, "after")));
    }

    assertThat(code(failing)).isEqualTo(ErrorCode.INTERNAL);
    assertThat(others)
        .extracting(a -> Desk.value(Desk.await(a)).message().seq())
        .containsExactly(2L, 3L);
    assertThat(store.findLogin(poisoned.token())).isEmpty();
    assertThat(store.trouble()).isEmpty();
    desk.guest("Bob");
  }

  @Test
  void writeRefusedByARuleTakesNoOtherWithIt() throws Exception {
    open(QUICK);
    Guest stranger = Desk.stranger("Bob");
    List<CompletableFuture<Result<Write.Appended>>> answers;
    try (var _ = new OutsideLock()) {
      answers =
          List.of(
              desk.submit(saying(ann, room, "one")),
              desk.submit(saying(stranger, room, "two")),
              desk.submit(saying(ann, room, "three")));
    }
    assertThat(Desk.value(Desk.await(answers.get(0))).message().seq()).isEqualTo(2);
    assertThat(code(answers.get(1))).isEqualTo(ErrorCode.NOT_LOGGED_IN);
    assertThat(Desk.value(Desk.await(answers.get(2))).message().seq()).isEqualTo(3);
  }

  @Test
  void nonceTwiceInOneBatchIsOneMessage() throws Exception {
    open(QUICK);
    Write.Append write = saying(ann, room, "once");
    CompletableFuture<Result<Write.Appended>> first;
    CompletableFuture<Result<Write.Appended>> again;
    CompletableFuture<Result<Write.Appended>> changed;
    try (var _ = new OutsideLock()) {
      first = desk.submit(write);
      again = desk.submit(write);
      changed = desk.submit(saying(ann, room, write.nonce(), "twice"));
    }
    assertThat(Desk.value(Desk.await(first)).repeat()).isFalse();
    assertThat(Desk.value(Desk.await(again)))
        .isEqualTo(new Write.Appended(Desk.value(first.join()).message(), true));
    assertThat(code(changed)).isEqualTo(ErrorCode.NONCE_CONFLICT);
    assertThat(desk.log(room, ann)).hasSize(2);
  }

  @Test
  void fullQueueIsRefusedAtOnceOnTheCallersThread() throws Exception {
    open(new Tuning(10, 200, ALL_THAT_WAITS, Duration.ofSeconds(30), Duration.ofSeconds(1), 2));
    List<CompletableFuture<Result<Write.Appended>>> answers;
    try (var _ = new OutsideLock()) {
      // One is in the committer's hands, ten wait.
      answers =
          IntStream.range(0, 20).mapToObj(i -> desk.submit(saying(ann, room, "" + i))).toList();
      CompletableFuture<Result<Write.Appended>> last = answers.getLast();
      assertThat(last).isDone();
      assertThat(code(last)).isEqualTo(ErrorCode.BUSY);
      assertThat(((Result.Refused<?>) last.join()).retryMs()).isPositive();
    }

    List<ErrorCode> codes =
        answers.stream()
            .map(Desk::await)
            .filter(r -> r instanceof Result.Refused<?>)
            .map(r -> ((Result.Refused<?>) r).code())
            .toList();
    assertThat(codes).hasSizeBetween(9, 10).containsOnly(ErrorCode.BUSY);
    assertThat(desk.log(room, ann)).hasSize(1 + 20 - codes.size());
  }

  @Test
  void drainThatTakesTooLongRefusesWhatIsLeft() throws Exception {
    open(QUICK);
    try (var _ = new OutsideLock()) {
      List<CompletableFuture<Result<Write.Appended>>> answers =
          IntStream.range(0, 300).mapToObj(i -> desk.submit(saying(ann, room, "" + i))).toList();

      store.drain(Duration.ofMillis(300));

      assertThat(answers)
          .allSatisfy(answer -> assertThat(code(answer)).isEqualTo(ErrorCode.GOING_AWAY));
    }
    assertThat(desk.log(room, ann)).hasSize(1);
  }

  @Test
  void logOfTheDatabaseDoesNotGrowForEver() {
    open(QUICK);
    var big = "x".repeat(16_000);
    for (int round = 0; round < 8; round++) {
      IntStream.range(0, 900)
          .mapToObj(i -> desk.submit(saying(ann, room, big)))
          .toList()
          .forEach(Desk::await);
    }
    assertThat(folder.resolve("parley.db-wal").toFile().length()).isLessThan(48L << 20);
    assertThat(folder.resolve("parley.db").toFile().length()).isGreaterThan(90L << 20);
  }

  private static ErrorCode code(CompletableFuture<? extends Result<?>> answer) {
    return ((Result.Refused<?>) Desk.await(answer)).code();
  }
}
