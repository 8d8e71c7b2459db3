package chat.parley.server.command;

import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import chat.parley.server.access.Bookmarks;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.util.Optional;

/** What a reader says: give me more, I have read this, I am composing. */
final class ReaderHandlers {
  private final House house;

  ReaderHandlers(House house) {
    this.house = house;
  }

  void history(Session session, Command.History history) throws Refusal {
    require(session, history.room());
    Store.Page page =
        house.store().page(history.room(), history.span(), history.limit(), session.user().id());
    session.reply(new Event.HistoryPage(history.id(), history.room(), page.events(), page.more()));
  }

  void thread(Session session, Command.Thread thread) throws Refusal {
    require(session, thread.room());
    Store.Found found =
        house
            .store()
            .thread(
                thread.room(), thread.seq(), thread.before(), thread.limit(), session.user().id())
            .orElseThrow(ReaderHandlers::noSuchMessage);
    session.reply(new Event.Found(thread.id(), thread.room(), found.messages(), found.more()));
  }

  void pins(Session session, Command.Pins pins) throws Refusal {
    require(session, pins.room());
    session.reply(
        new Event.Found(
            pins.id(), pins.room(), house.store().pins(pins.room(), session.user().id()), false));
  }

  void files(Session session, Command.Files files) throws Refusal {
    require(session, files.room());
    Store.Found found =
        house.store().withFiles(files.room(), files.before(), files.limit(), session.user().id());
    session.reply(new Event.Found(files.id(), files.room(), found.messages(), found.more()));
  }

  /** Of the rooms they are in, which the store sees to: this is about no single one. */
  void mentions(Session session, Command.Mentions mentions) throws Refusal {
    UserId reader = session.user().id();
    house.requireRate(Rates.Kind.HISTORY, reader);
    session.awaitTaken();
    Bookmarks bookmarks = house.credentials().bookmarks();
    Store.Mentioned found =
        house.store().mentions(reader, bookmarks.open(reader, mentions.before()), mentions.limit());
    session.reply(
        new Event.Mentioned(mentions.id(), found.messages(), bookmarks.seal(reader, found.next())));
  }

  /**
   * Of the rooms they are in, which the store sees to: a room that they may not see has no hits.
   */
  void search(Session session, Command.Search search) throws Refusal {
    UserId reader = session.user().id();
    house.requireRate(Rates.Kind.SEARCH, reader);
    session.awaitTaken();
    Bookmarks bookmarks = house.credentials().bookmarks();
    Store.Hits hits =
        house
            .store()
            .search(
                reader,
                SearchWords.of(search.query()),
                search.narrow(),
                bookmarks.open(reader, search.before()),
                search.limit());
    session.reply(
        new Event.Hits(search.id(), hits.messages(), bookmarks.seal(reader, hits.next())));
  }

  void edits(Session session, Command.Edits edits) throws Refusal {
    require(session, edits.room());
    session.reply(
        new Event.EditList(
            edits.id(),
            edits.room(),
            edits.seq(),
            house
                .store()
                .editions(edits.room(), edits.seq())
                .orElseThrow(ReaderHandlers::noSuchMessage)));
  }

  void read(Session session, Command.Read read) throws Refusal {
    house.requireRate(Rates.Kind.READ, session.user().id());
    house.require(session, Access.Action.MARK_READ, read.room());
    mark(session, new Write.MarkRead(read.room(), session.user().id(), read.seq()));
  }

  void got(Session session, Command.Got got) throws Refusal {
    house.requireRate(Rates.Kind.READ, session.user().id());
    house.require(session, Access.Action.MARK_READ, got.room());
    mark(session, new Write.MarkGot(got.room(), session.user().id(), got.seq()));
  }

  void unread(Session session, Command.Unread unread) throws Refusal {
    house.requireRate(Rates.Kind.READ, session.user().id());
    house.require(session, Access.Action.MARK_READ, unread.room());
    house.write(
        session,
        unread.id(),
        new Write.MarkUnread(unread.room(), session.user().id(), unread.seq()),
        marked -> {
          tell(session, marked);
          session.reply(new Event.Done(unread.id()));
        });
  }

  /** Too much of it is dropped without a word: it is true for a moment only. */
  void typing(Session session, Command.Typing typing) throws Refusal {
    house.require(session, Access.Action.TYPE, typing.room());
    Optional<String> no = house.mayNotType(session, typing.room());
    if (no.isPresent()) {
      throw new Refusal(ErrorCode.FORBIDDEN, no.get());
    }
    if (house.rates().take(Rates.Kind.TYPING, session.user().id()) == 0) {
      house.rooms().typing(session.user(), typing.room());
    }
  }

  private void require(Session session, RoomId room) throws Refusal {
    house.requireRate(Rates.Kind.HISTORY, session.user().id());
    house.require(session, Access.Action.READ, room);
    session.awaitTaken();
  }

  /** Nobody waits for an answer, not for a refusal either. */
  private void mark(Session session, Write<Write.Marked> write) {
    house
        .store()
        .submit(
            write,
            result -> {
              if (result instanceof Result.Done<Write.Marked>(Write.Marked marked)) {
                tell(session, marked);
              }
            });
  }

  /**
   * All devices of the person hear of it, the one that read included: its numbers come from here.
   */
  private void tell(Session session, Write.Marked marked) {
    UserId user = session.user().id();
    if (marked.mark() != null) {
      session.reply(marked.mark());
      house.rooms().tellOwn(user, session, marked.mark());
    }
    Event.Seen seen = marked.seen();
    if (seen != null) {
      marked.told().forEach(other -> house.rooms().tellAll(other, seen));
    }
  }

  private static Refusal noSuchMessage() {
    return new Refusal(ErrorCode.NO_SUCH_MESSAGE, "That message is not there, or it was deleted.");
  }
}
