package chat.parley.server.command;

import chat.parley.model.Member;
import chat.parley.model.Names;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import chat.parley.server.access.NameKey;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Result;
import chat.parley.server.store.Write;
import java.util.List;

/** Coming into rooms, going, and looking around. */
final class RoomHandlers {
  private final House house;

  RoomHandlers(House house) {
    this.house = house;
  }

  void join(Session session, Command.Join join) throws Refusal {
    User user = session.user();
    house.requireRate(Rates.Kind.ROOMS, user.id());
    house.store().submit(membership(join.place(), user), result -> joined(session, join, result));
  }

  /** On the delivery thread, before the event of this join is passed on. */
  private void joined(Session session, Command.Join join, Result<Write.Joining> result) {
    switch (result) {
      case Result.Done<Write.Joining>(Write.Joining joining) -> {
        User user = session.user();
        if (joining.event() != null) {
          house.rooms().joined(user.id(), joining.state().room().id());
          house.rooms().tellOwn(user.id(), session, new Event.RoomAdded(joining.state()));
        }
        session.reply(new Event.Joined(join.id(), joining.state()));
      }
      case Result.Refused<Write.Joining> no ->
          session.refuse(join.id(), no.code(), no.message(), no.retryMs());
    }
  }

  private Write<Write.Joining> membership(Command.Place place, User user) throws Refusal {
    int most = house.server().limits().rooms();
    return switch (place) {
      case Command.Place.ById(RoomId room) -> new Write.JoinById(room, user, most);
      case Command.Place.ByName(String raw, boolean create) -> {
        String name = Names.clean(raw);
        var problem = Names.problemWithRoom(name);
        if (problem.isPresent()) {
          throw new Refusal(ErrorCode.BAD_NAME, problem.get());
        }
        yield new Write.JoinByName(
            name, NameKey.of(name), create, house.secrets().roomId(), user, most);
      }
    };
  }

  void leave(Session session, Command.Leave leave) throws Refusal {
    User user = session.user();
    house.requireRate(Rates.Kind.ROOMS, user.id());
    house
        .store()
        .submit(new Write.Leave(leave.room(), user), result -> left(session, leave, result));
  }

  private void left(Session session, Command.Leave leave, Result<Write.Leaving> result) {
    switch (result) {
      case Result.Done<Write.Leaving>(Write.Leaving leaving) -> {
        User user = session.user();
        house.rooms().left(user.id(), leaving.room());
        house.rooms().tellOwn(user.id(), session, new Event.RoomRemoved(leaving.room()));
        session.reply(new Event.Left(leave.id(), leaving.room()));
      }
      case Result.Refused<Write.Leaving> no ->
          session.refuse(leave.id(), no.code(), no.message(), no.retryMs());
    }
  }

  void directory(Session session, Command.Rooms rooms) throws Refusal {
    house.requireRate(Rates.Kind.ROOMS, session.user().id());
    session.awaitTaken();
    session.reply(new Event.RoomList(rooms.id(), house.store().directory(session.user().id())));
  }

  void members(Session session, Command.Members members) throws Refusal {
    house.requireRate(Rates.Kind.ROOMS, session.user().id());
    house.require(session, Access.Action.LIST_MEMBERS, members.room());
    session.awaitTaken();
    List<Member> list =
        house.store().membersOf(members.room()).stream()
            .map(user -> new Member(user, house.rooms().presenceOf(user.id())))
            .toList();
    session.reply(new Event.MemberList(members.id(), members.room(), list));
  }
}
