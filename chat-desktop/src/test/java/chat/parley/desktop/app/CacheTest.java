package chat.parley.desktop.app;

import static chat.parley.desktop.testing.Say.LOBBY;
import static chat.parley.desktop.testing.Say.messages;
import static chat.parley.desktop.testing.Say.outgoing;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.client.FileStamp;
import chat.parley.client.Journal;
import chat.parley.client.Journal.Login;
import chat.parley.client.MemoryJournal;
import chat.parley.client.Outgoing;
import chat.parley.client.Outgoing.State;
import chat.parley.desktop.platform.SecretStore;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.model.Attachment;
import chat.parley.model.Changes;
import chat.parley.model.FileId;
import chat.parley.model.Kept;
import chat.parley.model.Nonce;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  private static final Kept DRAFT = new Kept("draft/r-lobby", "{\"text\":\"half a sen\"}", 0);

  @TempDir Path folder;
  private Path file;
  private Cache cache;

  @BeforeEach
  void open() {
    file = folder.resolve("cache.db");
    cache = Cache.open(file);
  }

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void aFirstVisitIsEmptyHanded() {
    assertThat(cache.login()).isNull();
    assertThat(cache.cursors()).isEmpty();
    assertThat(cache.outbox()).isEmpty();
    assertThat(cache.snapshot().me()).isNull();
    assertThat(cache.snapshot().notice()).isNull();
  }

  @Test
  void whatTheAppMadeIsSpentWhenItsMessageIsSaidAndSparedWhenItIsTakenBack() {
    var spent = new ArrayList<LocalFile>();
    cache.onSpent(spent::addAll);
    var said = new LocalFile("/home/ann/1/pasted.png", "pasted.png", 9, "image/png", true);
    var back = new LocalFile("/home/ann/2/pasted.png", "pasted.png", 9, "image/png", true);
    var persons = new LocalFile("/home/ann/cake.png", "cake.png", 9, "image/png", false);
    sendWith("n1", said, persons);
    sendWith("n2", back);
    cache.spare(new Nonce("n2"));
    cache.remove(new Nonce("n2"));
    assertThat(spent).isEmpty();
    cache.remove(new Nonce("n1"));
    assertThat(spent).containsExactly(said);
  }

  private void sendWith(String nonce, LocalFile... files) {
    var ids = new ArrayList<FileId>();
    for (LocalFile from : files) {
      var file = new Attachment(new FileId("f" + from.path()), "x", 9, "image/png", 4, 3, true);
      cache.keep(new Parcel(from.path(), LOBBY, 0, from, file.id(), file));
      ids.add(file.id());
    }
    var hook = new Command.Hook(0, 0, null, ids);
    cache.put(new Outgoing(LOBBY, new Nonce(nonce), "", 5, State.QUEUED, null, 0, hook, 0));
  }

  @Test
  void whatIsAttachedIsThereAfterReopeningUntilItGoesWithAMessage() {
    var from = new LocalFile("/home/ann/cake.jpg", "cake.jpg", 9, "image/jpeg", false);
    var cake = new Attachment(new FileId("f-1"), "cake.jpg", 9, "image/jpeg", 4, 3, true);
    var plan = new Parcel("k2", LOBBY, 7, from, null, null);
    cache.keep(new Parcel("k1", LOBBY, 0, from, null, null));
    cache.keep(plan);
    var whole = new Parcel("k1", LOBBY, 0, from, cake.id(), cake);
    cache.keep(whole);
    reopen();
    assertThat(cache.parcels()).containsExactly(whole, plan);

    var hook = new Command.Hook(0, 0, null, List.of(cake.id()));
    var message = new Outgoing(LOBBY, new Nonce("n1"), "", 5, State.QUEUED, null, 0, hook, 0);
    cache.put(message);
    reopen();
    assertThat(cache.parcels()).containsExactly(plan);
    assertThat(cache.filesOnTheirWay()).containsExactly(whole);
    assertThat(cache.outbox()).containsExactly(message);
    cache.remove(new Nonce("n1"));
    cache.drop(plan);
    assertThat(cache.filesOnTheirWay()).isEmpty();
    assertThat(cache.parcels()).isEmpty();
  }

  @Test
  void whatAFileWasWhenItsUploadBeganIsThereAfterReopening() {
    var from = new LocalFile("/home/ann/cake.jpg", "cake.jpg", 9, "image/jpeg", false);
    Parcel parcel = new Parcel("k1", LOBBY, 0, from, null, null);
    cache.keep(parcel);
    Parcel begun = parcel.begun(new FileId("f-1"), new FileStamp(9, 1_790_000_000_123L));
    cache.keep(begun);
    reopen();
    assertThat(cache.parcels()).containsExactly(begun);
  }

  @Test
  void whatWasAttachedByAnEarlierVersionIsStillAttached() throws Exception {
    var from = new LocalFile("/home/ann/cake.jpg", "cake.jpg", 9, "image/jpeg", false);
    Parcel parcel = new Parcel("k1", LOBBY, 0, from, new FileId("f-1"), null);
    cache.keep(parcel);
    cache.close();
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
        var sql = db.createStatement()) {
      sql.executeUpdate("ALTER TABLE parcel DROP COLUMN stamp_size");
      sql.executeUpdate("ALTER TABLE parcel DROP COLUMN stamp_modified");
      sql.executeUpdate("PRAGMA user_version = 4");
    }
    cache = Cache.open(file);
    assertThat(cache.snapshot().notice()).isNull();
    assertThat(cache.parcels()).containsExactly(parcel);
  }

  @Test
  void aFileFromBeforeThereWereFilesOpensWithAllThatWaitsInIt() throws Exception {
    cache.put(outgoing("a", "hello", State.QUEUED));
    cache.close();
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
        var sql = db.createStatement()) {
      sql.executeUpdate("DROP TABLE parcel");
      sql.executeUpdate("ALTER TABLE outbox DROP COLUMN files");
      sql.executeUpdate("PRAGMA user_version = 3");
    }
    cache = Cache.open(file);
    assertThat(cache.snapshot().notice()).isNull();
    assertThat(cache.outbox()).containsExactly(outgoing("a", "hello", State.QUEUED));
    assertThat(cache.parcels()).isEmpty();
  }

  @Test
  void everythingIsThereAfterReopening() {
    cache.loggedIn(new Login("epoch", "token", Say.ME));
    cache.rooms(List.of(state("lobby", 9, 5, 4)));
    cache.append(LOBBY, messages(1, 9));
    cache.put(outgoing("a", "hello", State.QUEUED));
    cache.keep(3, DRAFT);
    reopen();
    assertThat(cache.login()).isEqualTo(new Login("epoch", "token", Say.ME));
    assertThat(cache.snapshot().me()).isEqualTo(Say.ME);
    assertThat(cache.snapshot().rooms()).containsExactly(state("lobby", 9, 5, 4));
    assertThat(cache.snapshot().kept()).containsExactly(DRAFT);
    assertThat(cache.keeps().version()).isEqualTo(3);
    assertThat(cache.cursors()).isEqualTo(Map.of(LOBBY, 9L));
    assertThat(cache.before(LOBBY, Long.MAX_VALUE, 100)).isEqualTo(messages(1, 9));
    assertThat(cache.outbox()).containsExactly(outgoing("a", "hello", State.QUEUED));
  }

  @Test
  void whereTheSystemKeepsSecretsTheTokenIsNotInTheFile() throws IOException {
    var system = new HashMap<String, String>();
    cache.close();
    cache = Cache.open(file, new Drawer(system));
    assertThat(cache.keepsKeyInStore()).isFalse();
    cache.loggedIn(new Login("epoch", "first-token", Say.ME));
    cache.loggedIn(new Login("epoch", "second-token", Say.ME));
    assertThat(cache.keepsKeyInStore()).isTrue();
    assertThat(system).hasSize(1).containsValue("second-token");
    assertThat(cache.login()).isEqualTo(new Login("epoch", "second-token", Say.ME));
    cache.close();
    for (Path part : List.of(file, file.resolveSibling("cache.db-wal"))) {
      if (Files.exists(part)) {
        assertThat(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1))
            .doesNotContain("first-token", "second-token");
      }
    }

    cache = Cache.open(file, new Drawer(system));
    assertThat(cache.login()).isEqualTo(new Login("epoch", "second-token", Say.ME));
    cache.forgetLogin();
    assertThat(system).isEmpty();
    assertThat(cache.login()).isNull();
    assertThat(cache.keepsKeyInStore()).isFalse();
  }

  @Test
  void aStoreThatTakesNothingLeavesTheTokenInTheFileAndOneThatIsLockedIsNoFirstVisit() {
    var system = new HashMap<String, String>();
    cache.close();
    Drawer drawer = new Drawer(system);
    cache = Cache.open(file, drawer);
    cache.loggedIn(new Login("epoch", "first-token", Say.ME));
    drawer.locked = true;
    cache.loggedIn(new Login("epoch", "second-token", Say.ME));
    assertThat(cache.keepsKeyInStore()).isFalse();
    reopen();
    assertThat(cache.login()).isEqualTo(new Login("epoch", "second-token", Say.ME));

    cache.close();
    drawer.locked = false;
    cache = Cache.open(file, drawer);
    cache.loggedIn(new Login("epoch", "third-token", Say.ME));
    cache.close();
    drawer.locked = true;
    cache = Cache.open(file, drawer);
    assertThatThrownBy(() -> cache.snapshot())
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("Unlock it");
    drawer.locked = false;
    assertThat(cache.login()).isEqualTo(new Login("epoch", "third-token", Say.ME));
    system.clear();
    cache.close();
    cache = Cache.open(file, drawer);
    assertThat(cache.login()).as("somebody took it out").isNull();
  }

  private static final class Drawer implements SecretStore {
    private final Map<String, String> secrets;
    private boolean locked;

    Drawer(Map<String, String> secrets) {
      this.secrets = secrets;
    }

    @Override
    public boolean keep(String name, String secret) {
      if (!locked) {
        secrets.put(name, secret);
      }
      return !locked;
    }

    @Override
    public Optional<String> find(String name) throws IOException {
      if (locked) {
        throw new IOException("locked");
      }
      return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void forget(String name) {
      secrets.remove(name);
    }
  }

  @Test
  void pagesAreReadFromBothSidesOfASeq() {
    cache.append(LOBBY, messages(1, 300));
    assertThat(cache.before(LOBBY, 201, 100)).isEqualTo(messages(101, 200));
    assertThat(cache.after(LOBBY, 200, 100)).isEqualTo(messages(201, 300));
    assertThat(cache.before(LOBBY, 1, 100)).isEmpty();
    assertThat(cache.after(LOBBY, 300, 100)).isEmpty();
  }

  @Test
  void everyKindOfEventComesBackAsItWas() {
    List<Event.RoomEvent> events =
        List.of(
            Say.joined(1, "Ann", 1),
            Say.mentioning(2, "Ann", 2),
            Say.mine(3, "n", 3, "quote \" and \u2603 and\nnew line"),
            Say.left(4, "Ann", 4),
            new Event.Unrecognized(LOBBY, 5, 5, "something_new"));
    cache.append(LOBBY, events);
    assertThat(cache.after(LOBBY, 0, 10)).isEqualTo(events);
  }

  @Test
  void eventsThatDoNotFollowAreRefusedAndChangeNothing() {
    cache.append(LOBBY, messages(1, 5));
    assertThatThrownBy(() -> cache.append(LOBBY, messages(7, 8)))
        .isInstanceOf(CacheException.class);
    assertThat(cache.cursors()).isEqualTo(Map.of(LOBBY, 5L));
    assertThat(cache.after(LOBBY, 5, 10)).isEmpty();
  }

  @Test
  void theFirstEventsOfARoomMayStartAnywhere() {
    cache.append(LOBBY, messages(41, 50));
    assertThat(cache.cursors()).isEqualTo(Map.of(LOBBY, 50L));
  }

  @Test
  void olderEventsGoInFrontAndTheCursorStays() {
    cache.append(LOBBY, messages(41, 50));
    cache.prepend(LOBBY, messages(31, 40));
    assertThat(cache.before(LOBBY, Long.MAX_VALUE, 100)).isEqualTo(messages(31, 50));
    assertThat(cache.cursors()).isEqualTo(Map.of(LOBBY, 50L));
  }

  @Test
  void aPageThatWouldLeaveAHoleIsNotKept() {
    cache.append(LOBBY, messages(41, 50));
    cache.prepend(LOBBY, messages(21, 30));
    assertThat(cache.before(LOBBY, Long.MAX_VALUE, 100)).isEqualTo(messages(41, 50));
  }

  @Test
  void theFilesOfMessagesThatAreDeletedOrExpiredAreTold() {
    var told = new ArrayList<Attachment>();
    cache.onGone(told::addAll);
    var cake = new Attachment(new FileId("f-1"), "cake.jpg", 9, "image/jpeg", 4, 3, true);
    var plan = new Attachment(new FileId("f-2"), "plan.pdf", 9, "application/pdf", 0, 0, false);
    cache.append(LOBBY, List.of(with(1, cake), with(2, plan)));
    cache.append(LOBBY, List.of(new Event.Deleted(LOBBY, 3, new UserId("u"), "Ann", 5, 2)));
    assertThat(told).containsExactly(plan);
    cache.room(
        new RoomState(
            new Room(LOBBY, "lobby", RoomKind.PUBLIC, ""),
            3,
            0,
            0,
            0,
            Rank.MEMBER,
            List.of(),
            0,
            1));
    assertThat(told).containsExactly(plan, cake);
  }

  private static Event.Message with(long seq, Attachment file) {
    return new Event.Message(
        LOBBY,
        seq,
        new UserId("u"),
        "Ann",
        5,
        "",
        List.of(),
        null,
        Ties.NONE.with(List.of(file)),
        Changes.NONE);
  }

  @Test
  void whatTheServerDeletedForItsAgeIsNotInTheFileEither() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var room = new RoomId("r-" + seed);
      var memory = new MemoryJournal();
      long expired = 0;
      long last = 0;
      for (int batch = 0; batch < 6; batch++) {
        List<Event.RoomEvent> events = LogOfARoom.next(random, room, last, 20);
        cache.append(room, events);
        memory.append(room, events);
        last += events.size();
        if (batch % 2 == 1) {
          expired += 1 + random.nextInt((int) (last - expired));
          RoomState now =
              new RoomState(
                  new Room(room, "old", RoomKind.PUBLIC, ""),
                  last,
                  0,
                  0,
                  0,
                  Rank.MEMBER,
                  List.of(),
                  0,
                  expired);
          if (random.nextBoolean()) {
            cache.room(now);
          } else {
            cache.rooms(List.of(now));
          }
          memory.room(now);
        }
      }
      List<Event.RoomEvent> kept = cache.after(room, 0, 1_000);
      assertThat(kept).as("seed %d", seed).isEqualTo(memory.events(room));
      assertThat(kept).hasSize(120);
      for (Event.RoomEvent event : kept) {
        boolean old =
            event instanceof Event.Message message && message.seq() <= expired
                || event instanceof Event.Edited edited && edited.target() <= expired;
        assertThat(old && event.toString().contains("words")).isFalse();
      }
    }
  }

  @Test
  void roomsThatAreNotInTheListAreForgottenButTheirUnsentMessagesAreNot() {
    cache.rooms(List.of(state("lobby", 5, 5, 0), state("other", 0, 0, 0)));
    cache.append(LOBBY, messages(1, 5));
    cache.put(outgoing("a", "hello", State.QUEUED));
    cache.rooms(List.of(state("other", 0, 0, 0)));
    assertThat(cache.cursors()).isEmpty();
    assertThat(cache.outbox()).hasSize(1);
  }

  @Test
  void resetForgetsTheEventsAndTheCursorButNotTheOutbox() {
    cache.append(LOBBY, messages(1, 5));
    cache.put(outgoing("a", "hello", State.QUEUED));
    cache.reset(LOBBY);
    assertThat(cache.cursors()).isEmpty();
    assertThat(cache.outbox(LOBBY)).hasSize(1);
  }

  @Test
  void forgettingTheLogInKeepsWhatWasWritten() {
    cache.loggedIn(new Login("epoch", "token", Say.ME));
    cache.append(LOBBY, messages(1, 5));
    cache.put(outgoing("a", "hello", State.QUEUED));
    cache.keep(7, new Kept(DRAFT.key(), DRAFT.value(), 7));
    cache.keep(8, new Kept("room/r-lobby", "{}", 8));
    cache.forgetLogin();
    assertThat(cache.login()).isNull();
    assertThat(cache.cursors()).isEmpty();
    assertThat(cache.outbox()).hasSize(1);
    assertThat(cache.keeps()).isEqualTo(new Journal.Keeps(0, List.of(DRAFT)));
  }

  @Test
  void aMessageThatFailsKeepsItsPlaceInTheOutbox() {
    cache.put(outgoing("a", "first", State.QUEUED));
    cache.put(outgoing("b", "second", State.QUEUED));
    cache.put(outgoing("a", "first", State.FAILED));
    assertThat(cache.outbox()).extracting(Outgoing::body).containsExactly("first", "second");
    assertThat(cache.outbox().getFirst().problem()).isEqualTo("No such room.");
    cache.remove(new Nonce("a"));
    assertThat(cache.outbox()).extracting(Outgoing::body).containsExactly("second");
  }

  @Test
  void whatWasTakenAwayIsForgottenOnceTheServerKnows() {
    cache.keep(1, new Kept("a", "text", 1));
    cache.keep(1, new Kept("a", null, 0));
    assertThat(cache.keeps().entries()).containsExactly(new Kept("a", null, 0));
    cache.keep(2, new Kept("a", null, 2));
    assertThat(cache.keeps()).isEqualTo(new Journal.Keeps(2, List.of()));
  }

  @Test
  void whatChangesAKeptMessageIsFoldedIntoIt() {
    cache.append(LOBBY, messages(1, 5));
    var edited =
        new Event.Edited(LOBBY, 6, Say.ME.id(), Say.ME.name(), 6000, 2, "better", List.of());
    var reacted =
        new Event.Reacted(LOBBY, 7, Say.ME.id(), Say.ME.name(), 7000, 2, "\ud83d\udc4d", true);
    cache.append(LOBBY, List.of(edited, reacted));
    var second = (Event.Message) cache.after(LOBBY, 1, 1).getFirst();
    assertThat(second.body()).isEqualTo("better");
    assertThat(second.changes().seq()).isEqualTo(7);
    assertThat(second.changes().reactions()).hasSize(1);
    assertThat(cache.after(LOBBY, 5, 10)).containsExactly(edited, reacted);
  }

  @Test
  void whatAMessageHangsOnComesBackWithTheOutbox() {
    var message =
        new Outgoing(
            LOBBY,
            new Nonce("n"),
            "text",
            1000,
            State.QUEUED,
            null,
            0,
            new Command.Hook(4, 3, new Command.Source(new RoomId("r-other"), 9)),
            6000);
    cache.put(message);
    assertThat(cache.outbox()).containsExactly(message);
  }

  @Test
  void whatARefusalWasAboutComesBackWithTheOutbox() {
    Outgoing message = outgoing("n", "text", State.QUEUED);
    cache.put(message);
    Outgoing refused = message.refused(ErrorCode.FORBIDDEN, "You may not do that.");
    cache.put(refused);
    assertThat(cache.outbox()).containsExactly(refused);
  }

  @Test
  void anOutboxOfAnEarlierVersionIsTakenOver() throws SQLException {
    Outgoing message = outgoing("n", "text", State.QUEUED);
    cache.put(message);
    cache.close();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      sql.executeUpdate("DROP TABLE parcel");
      sql.executeUpdate("ALTER TABLE outbox DROP COLUMN files");
      sql.executeUpdate("ALTER TABLE outbox DROP COLUMN code");
      sql.executeUpdate("PRAGMA user_version = 2");
    }
    cache = Cache.open(file);
    assertThat(cache.snapshot().notice()).isNull();
    assertThat(cache.outbox()).containsExactly(message);
  }

  @Test
  void theOutboxSurvivesTheDeathOfTheApp() throws Exception {
    Path other = folder.resolve("killed.db");
    Process app =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DyingApp.class.getName(),
                other.toString())
            .inheritIO()
            .start();
    assertThat(app.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(app.exitValue()).isEqualTo(DyingApp.HALTED);
    try (Cache after = Cache.open(other)) {
      assertThat(after.outbox())
          .extracting(Outgoing::body)
          .containsExactly("written just before the end");
      assertThat(after.snapshot().notice()).isNull();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsSetAsideWithASentence() throws IOException {
    Path strange = folder.resolve("strange.db");
    Files.writeString(strange, "this is not a database, whatever its name says. ".repeat(200));
    try (Cache fresh = Cache.open(strange)) {
      assertThat(fresh.snapshot().notice()).contains("damaged").contains("strange.db.damaged-1");
      fresh.append(LOBBY, messages(1, 3));
      assertThat(fresh.cursors()).isEqualTo(Map.of(LOBBY, 3L));
    }
    assertThat(folder.resolve("strange.db.damaged-1")).exists();
  }

  @Test
  void unsentMessagesAreSavedFromADamagedFile() throws IOException {
    cache.put(outgoing("a", "do not lose me", State.QUEUED));
    for (int i = 0; i < 20; i++) {
      cache.append(LOBBY, messages(i * 100 + 1, i * 100 + 100));
    }
    cache.close();
    try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
      // The pages at the end are events; those of the outbox are near the front.
      raw.seek(raw.length() - 40 * 4096);
      raw.write(new byte[30 * 4096]);
    }
    cache = Cache.open(file);
    assertThatThrownBy(this::readEverything)
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("Close Parley and open it again");
    reopen();
    assertThat(cache.snapshot().notice()).contains("1 unsent message");
    assertThat(cache.outbox()).extracting(Outgoing::body).containsExactly("do not lose me");
    assertThat(cache.cursors()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseOnThisComputerMayReadIt() throws IOException {
    for (String name : List.of("cache.db", "cache.db-wal")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsSaidInOneSentence() throws IOException {
    Path blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file where a folder should be");
    assertThatThrownBy(() -> Cache.open(blocked.resolve("cache.db")))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining(blocked.toString());
  }

  @Test
  void theNewestOfAHundredThousandMessagesAreReadInMilliseconds() {
    for (int i = 0; i < 10; i++) {
      cache.append(LOBBY, messages(i * 10_000 + 1, i * 10_000 + 10_000));
    }
    reopen();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      assertThat(cache.before(LOBBY, Long.MAX_VALUE, 100)).hasSize(100);
      best = Math.min(best, System.nanoTime() - start);
    }
    // A scan of the room would take ten times as long.
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(10));
  }

  private void readEverything() {
    for (long seq = 0; seq < 2_000; seq += 100) {
      cache.after(LOBBY, seq, 100);
    }
  }

  private void reopen() {
    cache.close();
    cache = Cache.open(file);
  }
}
