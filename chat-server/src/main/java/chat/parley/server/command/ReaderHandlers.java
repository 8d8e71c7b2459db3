package chat.parley.server.command;

import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;

/** What a reader says: give me more, I have read this, I am composing, I am away. */
final class ReaderHandlers {
  private final House house;

  ReaderHandlers(House house) {
    this.house = house;
  }

  void history(Session session, Command.History history) throws Refusal {
    house.requireRate(Rates.Kind.HISTORY, session.user().id());
    house.require(session, Access.Action.READ, history.room());
    session.awaitTaken();
    Store.Page page =
        house.store().page(history.room(), history.span(), history.limit(), session.user().id());
    session.reply(new Event.HistoryPage(history.id(), history.room(), page.events(), page.more()));
  }

  void read(Session session, Command.Read read) throws Refusal {
    house.requireRate(Rates.Kind.READ, session.user().id());
    house.require(session, Access.Action.MARK_READ, read.room());
    house
        .store()
        .submit(
            new Write.MarkRead(read.room(), session.user().id(), read.seq()),
            result -> marked(session, result));
  }

  /**
   * All devices of the person hear of it, the one that read included: its numbers come from here.
   */
  private void marked(Session session, Result<Write.Marked> result) {
    if (result instanceof Result.Done<Write.Marked>(Write.Marked marked) && marked.mark() != null) {
      session.reply(marked.mark());
      house.rooms().tellOwn(session.user().id(), session, marked.mark());
    }
  }

  /** Too much of it is dropped without a word: it is true for a moment only. */
  void typing(Session session, Command.Typing typing) throws Refusal {
    house.require(session, Access.Action.TYPE, typing.room());
    if (house.rates().take(Rates.Kind.TYPING, session.user().id()) == 0) {
      house.rooms().typing(session.user(), typing.room());
    }
  }

  void presence(Session session, Command.SetPresence presence) throws Refusal {
    house.requireRate(Rates.Kind.PRESENCE, session.user().id());
    house.rooms().setPresence(session.user().id(), session, presence.presence());
  }
}
