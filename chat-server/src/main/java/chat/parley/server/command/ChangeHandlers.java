package chat.parley.server.command;

import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Write;

/** What becomes of messages: other words, gone, reactions, pins. */
final class ChangeHandlers {
  private final House house;

  ChangeHandlers(House house) {
    this.house = house;
  }

  void edit(Session session, Command.Edit edit) throws Refusal {
    require(session, edit.room());
    int most = house.server().limits().bodyChars();
    if (edit.body().length() > most) {
      throw new Refusal(ErrorCode.TOO_BIG, "A message has at most " + most + " characters here.");
    }
    house.change(
        session,
        edit.id(),
        new Write.Edit(
            edit.room(), session.user(), edit.seq(), edit.body(), Mentions.in(edit.body())));
  }

  void delete(Session session, Command.Delete delete) throws Refusal {
    require(session, delete.room());
    house.change(
        session, delete.id(), new Write.Delete(delete.room(), session.user(), delete.seq()));
  }

  void react(Session session, Command.React react) throws Refusal {
    require(session, react.room());
    house.change(
        session,
        react.id(),
        new Write.React(react.room(), session.user(), react.seq(), react.emoji(), react.on()));
  }

  void pin(Session session, Command.Pin pin) throws Refusal {
    require(session, pin.room());
    house.change(session, pin.id(), new Write.Pin(pin.room(), session.user(), pin.seq(), pin.on()));
  }

  private void require(Session session, RoomId room) throws Refusal {
    house.requireRate(Rates.Kind.CHANGE, session.user().id());
    house.requireMember(session, room);
  }
}
