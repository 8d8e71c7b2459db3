package chat.parley.server.command;

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
    requireTurn(session, send);
    house.require(session, Access.Action.SEND, send.room());
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
                house.rooms()::isOnline),
            result -> answer(session, send, result));
  }

  /**
   * Refusing one send for its rate refuses the connection's next ones too for a while, so that a
   * client that sends several at once keeps their order when it says them again.
   */
  private void requireTurn(Session session, Command.Send send) throws Refusal {
    long now = house.nanos().getAsLong();
    long wait = session.sendsPausedMillis(now);
    if (wait == 0) {
      wait = house.rates().take(Rates.Kind.SEND, session.user().id());
    }
    if (wait == 0) {
      wait = house.rates().take(Rates.Kind.ROOM, send.room());
    }
    boolean full = session.unacked().get() >= house.server().limits().inFlight();
    if (wait == 0 && !full) {
      return;
    }
    long pause = Math.max(wait, BUSY_RETRY_MS);
    session.pauseSends(now + pause * 1_000_000);
    throw Refusal.tooFast(pause);
  }

  /** On the delivery thread, before the message is passed on. */
  private void answer(Session session, Command.Send send, Result<Write.Appended> result) {
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
      case Result.Refused<Write.Appended> no ->
          session.refuse(send.id(), no.code(), no.message(), no.retryMs());
    }
  }
}
