package chat.parley.server.command;

import chat.parley.model.Member;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.access.Access;
import chat.parley.server.access.NameKey;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
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
    house.write(
        session, join.id(), membership(join.place(), user), done -> joined(session, join, done));
  }

  /** On the delivery thread, before the event of this join is passed on. */
  private void joined(Session session, Command.Join join, Write.Joining joining) {
    User user = session.user();
    if (joining.event() != null) {
      house.rooms().joined(user.id(), joining.state().room().id());
      house.rooms().tellOwn(user.id(), session, new Event.RoomAdded(joining.state()));
    }
    session.reply(new Event.Joined(join.id(), joining.state()));
  }

  private Write<Write.Joining> membership(Command.Place place, User user) throws Refusal {
    int most = house.server().limits().rooms();
    return switch (place) {
      case Command.Place.ById(RoomId room) -> new Write.JoinById(room, user, most);
      case Command.Place.ByName(String raw, boolean create) -> {
        String name = RoomNames.clean(raw);
        yield new Write.JoinByName(
            name, NameKey.of(name), create, house.secrets().roomId(), user, most);
      }
    };
  }

  void leave(Session session, Command.Leave leave) throws Refusal {
    User user = session.user();
    house.requireRate(Rates.Kind.ROOMS, user.id());
    house.write(
        session,
        leave.id(),
        new Write.Leave(leave.room(), user),
        leaving -> {
          house.rooms().left(user.id(), leaving.room());
          house.rooms().tellOwn(user.id(), session, new Event.RoomRemoved(leaving.room()));
          session.reply(new Event.Left(leave.id(), leaving.room()));
        });
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
    UserId reader = session.user().id();
    List<Member> stored = house.store().membersOf(members.room(), reader);
    boolean moderates =
        stored.stream()
            .anyMatch(
                member -> member.user().id().equals(reader) && house.access().seesMuted(member));
    List<Member> list = house.asTheyAre(stored, moderates);
    session.reply(new Event.MemberList(members.id(), members.room(), list));
  }
}
