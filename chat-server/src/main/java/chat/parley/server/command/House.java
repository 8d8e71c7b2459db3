package chat.parley.server.command;

import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import chat.parley.server.access.Secrets;
import chat.parley.server.room.LiveRooms;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * What the handlers work with.
 *
 * @param server what every welcome says about this server
 * @param nanos a clock that only goes forward
 */
public record House(
    Event.ServerInfo server,
    Store store,
    LiveRooms rooms,
    Access access,
    Rates rates,
    Secrets secrets,
    LongSupplier nanos) {

  void require(Session session, Access.Action action, RoomId room) throws Refusal {
    if (!access.check(session.user(), action, room)) {
      throw Refusal.noSuchRoom();
    }
  }

  void requireRate(Rates.Kind kind, Object whose) throws Refusal {
    long wait = rates.take(kind, whose);
    if (wait > 0) {
      throw Refusal.tooFast(wait);
    }
  }

  /** Writes and waits until it is on disk. For what happens seldom; a send does not wait. */
  <R> R write(Write<R> write) throws Refusal {
    var result = new CompletableFuture<Result<R>>();
    store.submit(write, result::complete);
    return switch (result.join()) {
      case Result.Done<R> done -> done.value();
      case Result.Refused<R> no -> throw new Refusal(no.code(), no.message(), no.retryMs());
    };
  }
}
