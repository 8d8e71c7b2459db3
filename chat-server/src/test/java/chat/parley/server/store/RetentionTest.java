package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.Report;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too old says nothing any more, and the log keeps its count. */
class RetentionTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  @TempDir Path folder;

  private final AtomicLong now = new AtomicLong(1_790_000_000_000L);

  @Test
  void oldMessagesStayAsRowsWithoutTextAndTheLogHasNoHoles() {
    try (Store store = open()) {
      var desk = new Desk(store);
      Desk.Guest ann = desk.guest("ann");
      RoomId room = desk.join(ann, "kitchen").state().room().id();
      for (int i = 0; i < 450; i++) {
        desk.say(ann, room, "old words " + i, ann);
      }
      desk.done(new Write.Edit(room, ann.user(), 2, "old words in other words", List.of()));
      desk.done(new Write.React(room, ann.user(), 3, "👍", true));
      desk.done(new Write.Pin(room, ann.user(), 4, true));
      long head = desk.state(ann, room).head();
      now.addAndGet(10 * DAY);
      Event.Message young = desk.say(ann, room, "young words");

      int deleted = 0;
      int batches = 0;
      Write.Expired expired;
      do {
        expired = desk.done(new Write.Expire(now.get() - 5 * DAY, 200));
        deleted += expired.deleted();
        batches++;
      } while (expired.more());

      assertThat(deleted).isEqualTo(450);
      assertThat(batches).isEqualTo(3);
      List<Event.RoomEvent> log = desk.log(room, ann);
      Desk.assertWithoutHoles(log);
      assertThat(log).hasSize((int) head + 1);
      assertThat(log.toString()).doesNotContain("old words").contains("young words");
      for (Event.RoomEvent event : log) {
        if (event instanceof Event.Message message && message.seq() != young.seq()) {
          assertThat(message.changes().deleted()).isTrue();
          assertThat(message.changes().pinned()).isFalse();
          assertThat(message.changes().reactions()).isEmpty();
          assertThat(message.mentions()).isEmpty();
        }
      }
      assertThat(store.editions(room, 2)).isEmpty();
      assertThat(store.pins(room, ann.id())).isEmpty();
      assertThat(desk.done(new Write.Expire(now.get() - 5 * DAY, 200)).deleted()).isZero();
    }
    try (Store again = open()) {
      var desk = new Desk(again);
      assertThat(desk.done(new Write.Expire(now.get() + DAY, 200)).deleted()).isEqualTo(1);
    }
  }

  @Test
  void aMessageThatIsNothingButAFileGoesTooAndItsBytesAreLeftToBeRemoved() {
    try (Store store = open()) {
      var desk = new Desk(store);
      Desk.Guest ann = desk.guest("ann");
      RoomId room = desk.join(ann, "kitchen").state().room().id();
      var id = new FileId("f_1");
      var quota = new Filing.Quota(100, 100);
      String hash = "a".repeat(64);
      desk.done(
          new Write.File<>(
              new Filing.Begin(id, room, ann.user(), "a.txt", 3, "text/plain", null, quota)));
      var file = new Attachment(id, "a.txt", 3, "text/plain", 0, 0, false);
      desk.done(new Write.File<>(new Filing.Finish(file, hash)));
      var hook = new Command.Hook(0, 0, null, List.of(id));
      desk.done(Desk.saying(ann, room, Nonce.fresh(), "", hook, List.of()));
      now.addAndGet(10 * DAY);
      assertThat(store.files().loose(10)).isEmpty();

      assertThat(desk.done(new Write.Expire(now.get() - 5 * DAY, 200)).deleted()).isEqualTo(1);
      assertThat(store.files().file(id)).isEmpty();
      assertThat(store.files().loose(10)).containsExactly(hash);
      assertThat(desk.log(room, ann).toString()).doesNotContain("a.txt");
    }
  }

  @Test
  void whatWasReportedIsKeptNoLongerEither() {
    try (Store store = open()) {
      var desk = new Desk(store);
      Desk.Guest ann = desk.guest("ann");
      Desk.Guest ben = desk.guest("ben");
      RoomId room = desk.join(ann, "kitchen").state().room().id();
      desk.join(ben, room);
      for (String body : List.of("first rude words", "more rude words")) {
        long seq = desk.say(ben, room, body).seq();
        desk.done(new Write.By<>(ann.user(), new Ruling.Report(room, seq, "rude")));
        desk.done(new Write.Delete(room, ben.user(), seq));
        now.addAndGet(10 * DAY);
      }
      desk.done(new Write.Expire(now.get() - 15 * DAY, 200));
      assertThat(
              store
                  .overview()
                  .reports(ann.id(), new Overview.Scope.Everything(), null, false, 0, 10)
                  .items())
          .extracting(Report::text)
          .containsExactly("more rude words", "");
    }
  }

  @Test
  void aThreadOutlivesItsRoot() {
    try (Store store = open()) {
      var desk = new Desk(store);
      Desk.Guest ann = desk.guest("ann");
      RoomId room = desk.join(ann, "kitchen").state().room().id();
      long root = desk.say(ann, room, "root").seq();
      now.addAndGet(10 * DAY);
      desk.done(
          Desk.saying(
              ann, room, Nonce.fresh(), "reply", new Command.Hook(0, root, null), List.of()));
      desk.done(new Write.Expire(now.get() - 5 * DAY, 200));

      Store.Found thread = store.thread(room, root, 0, 10, ann.id()).orElseThrow();
      assertThat(thread.messages()).extracting(Event.Message::body).containsExactly("reply");
      Event.Message now = (Event.Message) desk.log(room, ann).get((int) root - 1);
      assertThat(now.body()).isEmpty();
      assertThat(now.changes().replies().count()).isEqualTo(1);
    }
  }

  @Test
  void whoseUnreadMentionIsTooOldIsToldTheirNewCount() {
    var told = new CopyOnWriteArrayList<Recount>();
    try (Store store = open(told)) {
      var desk = new Desk(store);
      Desk.Guest ann = desk.guest("ann");
      Desk.Guest ben = desk.guest("ben");
      RoomId room = desk.join(ann, "kitchen").state().room().id();
      desk.join(ben, room);
      desk.say(ann, room, "old words", ben);
      now.addAndGet(10 * DAY);
      desk.say(ann, room, "young words", ben);
      desk.done(new Write.Expire(now.get() - 5 * DAY, 200));
      desk.say(ann, room, "after that"); // What is told by then is told.
      assertThat(told).extracting(Recount::user).containsExactly(ben.id());
      assertThat(told.getFirst().mark().mentions()).isEqualTo(1);
      assertThat(told.getFirst().mark().unread()).isEqualTo(2);
    }
  }

  private Store open() {
    return open(new ArrayList<>());
  }

  /**
   * @param told takes what is counted anew
   */
  private Store open(List<Recount> told) {
    var listener =
        new CommitListener() {
          @Override
          public void onCommitted(List<Event.RoomEvent> events) {}

          @Override
          public void onRecounted(List<Recount> recounts) {
            told.addAll(recounts);
          }
        };
    return SqliteStore.open(folder, listener, Desk.RULES, () -> Instant.ofEpochMilli(now.get()));
  }
}
