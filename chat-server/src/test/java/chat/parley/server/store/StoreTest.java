package chat.parley.server.store;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real store with Ann and Ben in a room of Ann's, and Eve outside. */
abstract class StoreTest {
  @TempDir Path folder;

  final List<Event.RoomEvent> committed = Collections.synchronizedList(new ArrayList<>());
  Store store;
  Desk desk;
  Guest ann;
  Guest ben;
  Guest eve;
  RoomId room;

  @BeforeEach
  void open() {
    reopen();
    ann = desk.guest("Ann");
    ben = desk.guest("Ben");
    eve = desk.guest("Eve");
    room = desk.join(ann, "tea").state().room().id();
    desk.join(ben, room);
  }

  final void reopen() {
    if (store != null) {
      store.close();
    }
    store = SqliteStore.open(folder, committed::addAll, Desk.RULES, InstantSource.system());
    desk = new Desk(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /**
   * Messages of one person, straight into the table, one each millisecond: a million acknowledged
   * writes would take an hour. The store is opened anew.
   *
   * @param text what the message of that number says, counted from 1
   */
  final void fill(RoomId where, Guest who, int messages, IntFunction<String> text) {
    store.close();
    try (Statements db = Connections.writer(folder.resolve("parley.db"), Duration.ofSeconds(5))) {
      long roomKey = db.number("SELECT key FROM rooms WHERE id = ?", where.value());
      long head = db.number("SELECT head FROM rooms WHERE key = ?", roomKey);
      long user = db.number("SELECT key FROM users WHERE id = ?", who.id().value());
      db.update("BEGIN");
      for (int i = 1; i <= messages; i++) {
        db.update(
            "INSERT INTO events (room_key, seq, type, at, user_key, messages, body, nonce)"
                + " VALUES (?, ?, 'message', ?, ?, ?, ?, ?)",
            roomKey,
            head + i,
            1_790_000_000_000L + i,
            user,
            i,
            text.apply(i),
            "n" + i);
      }
      db.update(
          "UPDATE rooms SET head = head + ?, messages = messages + ? WHERE key = ?",
          messages,
          messages,
          roomKey);
      db.update("COMMIT");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    reopen();
  }

  /** A message as a page has it now. */
  final Event.Message message(RoomId where, long seq) {
    return (Event.Message)
        store
            .page(where, new Command.Span.After(seq - 1), 1, Desk.stranger("x").id())
            .events()
            .getFirst();
  }

  final long head() {
    return desk.state(ann, room).head();
  }

  final Write.Append hung(Guest who, RoomId where, String body, Command.Hook hook) {
    return Desk.saying(who, where, Nonce.fresh(), body, hook, List.of());
  }
}
