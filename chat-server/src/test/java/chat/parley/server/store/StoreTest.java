package chat.parley.server.store;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
