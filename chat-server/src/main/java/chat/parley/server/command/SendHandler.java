package chat.parley.server.command;

import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Result;
import chat.parley.server.store.Write;

/** Takes a message and acknowledges it once it is on disk. */
final class SendHandler {
  private static final long BUSY_RETRY_MS = 1_000;

  private final House house;

  SendHandler(House house) {
    this.house = house;
  }

  void handle(Session session, Command.Send send) throws Refusal {
    User user = session.user();
    requireTurn(session);
    house.require(session, Access.Action.SEND, send.room());
    boolean counted = requireTurnOfRoom(session, send.room());
    session.unacked().incrementAndGet();
    house
        .store()
        .submit(
            new Write.Append(
                send.room(),
                user,
                session.device(),
                send.nonce(),
                send.body(),
                send.hook(),
                Mentions.in(send.body()),
                house.rooms()::isOnline,
                house.share(),
                house.server().limits().bodyChars()),
            result -> answer(session, send, counted, result));
  }

  private void requireTurn(Session session) throws Refusal {
    long wait = session.sendsPausedMillis(house.nanos().getAsLong());
    if (wait == 0) {
      wait = house.rates().take(Rates.Kind.SEND, session.user().id());
    }
    boolean full = session.unacked().get() >= house.server().limits().inFlight();
    if (wait > 0 || full) {
      throw pause(session, wait);
    }
  }

  /**
   * A room's rate is its own: who is not in it learns nothing of it, and who only reads or is muted
   * takes nothing from it.
   *
   * @return whether something was taken from it
   */
  private boolean requireTurnOfRoom(Session session, RoomId room) throws Refusal {
    if (house.mayNotType(session, room).isPresent()) {
      return false; // the store says so, or what became of it when they still could
    }
    long wait = house.rates().take(Rates.Kind.ROOM, room);
    if (wait > 0) {
      throw pause(session, wait);
    }
    return true;
  }

  /**
   * Refusing one send for its rate refuses the connection's next ones too for a while, so that a
   * client that sends several at once keeps their order when it says them again.
   */
  private Refusal pause(Session session, long wait) {
    long pause = Math.max(wait, BUSY_RETRY_MS);
    session.pauseSends(house.nanos().getAsLong() + pause * 1_000_000);
    return Refusal.tooFast(pause);
  }

  /** On the delivery thread, before the message is passed on. */
  private void answer(
      Session session, Command.Send send, boolean counted, Result<Write.Appended> result) {
    session.unacked().decrementAndGet();
    switch (result) {
      case Result.Done<Write.Appended>(Write.Appended appended) -> {
        Event.Message message = appended.message();
        session.reply(
            new Event.Ack(send.id(), send.room(), send.nonce(), message.seq(), message.at()));
        if (!appended.repeat()) {
          house
              .rooms()
              .tellOwn(
                  session.user().id(),
                  session,
                  new Event.ReadMark(send.room(), message.seq(), 0, 0));
        }
      }
      case Result.Refused<Write.Appended> no -> {
        if (counted) {
          house.rates().giveBack(Rates.Kind.ROOM, send.room());
        }
        session.refuse(send.id(), no.code(), no.message(), no.retryMs());
      }
    }
  }
}
