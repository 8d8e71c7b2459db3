package chat.parley.server.command;

import chat.parley.model.Posting;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.NameKey;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Write;
import java.util.List;

/** Making rooms, bringing people in and out, and changing what a room is. */
final class MembershipHandlers {
  private static final int MOST_INVITED = 100;
  private static final int MOST_IN_DIRECT = 7;

  private final House house;

  MembershipHandlers(House house) {
    this.house = house;
  }

  void create(Session session, Command.CreateRoom create) throws Refusal {
    house.requireRate(Rates.Kind.ROOMS, session.user().id());
    String name = RoomNames.clean(create.name());
    requireFew(create.invite());
    boolean open = create.kind() == RoomKind.PUBLIC;
    var room =
        new Room(
            house.secrets().roomId(),
            name,
            open ? RoomKind.PUBLIC : RoomKind.PRIVATE,
            create.topic(),
            "",
            Posting.EVERYBODY,
            false);
    house.write(
        session,
        create.id(),
        new Write.CreateRoom(room, NameKey.of(name), session.user(), create.invite(), maxRooms()),
        gathering -> gathered(session, create.id(), gathering));
  }

  void direct(Session session, Command.OpenDirect direct) throws Refusal {
    house.requireRate(Rates.Kind.ROOMS, session.user().id());
    List<UserId> with =
        direct.with().stream()
            .distinct()
            .filter(user -> !user.equals(session.user().id()))
            .toList();
    if (with.size() > MOST_IN_DIRECT) {
      throw new Refusal(
          ErrorCode.TOO_MANY,
          "A direct conversation has at most " + (MOST_IN_DIRECT + 1) + " people. Make a room.");
    }
    house.write(
        session,
        direct.id(),
        new Write.OpenDirect(session.user(), with, house.secrets().roomId(), maxRooms()),
        gathering -> gathered(session, direct.id(), gathering));
  }

  void invite(Session session, Command.Invite invite) throws Refusal {
    house.requireRate(Rates.Kind.CHANGE, session.user().id());
    house.requireMember(session, invite.room());
    requireFew(invite.users());
    house.write(
        session,
        invite.id(),
        new Write.Invite(invite.room(), session.user(), invite.users(), maxRooms()),
        entered -> {
          entered.forEach(this::added);
          session.reply(new Event.Done(invite.id()));
        });
  }

  void remove(Session session, Command.Remove remove) throws Refusal {
    house.requireRate(Rates.Kind.CHANGE, session.user().id());
    house.requireMember(session, remove.room());
    house.write(
        session,
        remove.id(),
        new Write.Remove(remove.room(), session.user(), remove.user()),
        leaving -> {
          if (leaving.event() != null) {
            house.rooms().left(remove.user(), remove.room());
            house.rooms().tellAll(remove.user(), new Event.RoomRemoved(remove.room()));
          }
          session.reply(new Event.Done(remove.id()));
        });
  }

  void rank(Session session, Command.SetRank rank) throws Refusal {
    house.requireRate(Rates.Kind.CHANGE, session.user().id());
    house.requireMember(session, rank.room());
    house.write(
        session,
        rank.id(),
        new Write.SetRank(rank.room(), session.user(), rank.user(), rank.rank()),
        ranked -> {
          if (ranked.changed()) {
            house.rooms().tellAll(rank.user(), new Event.Reported(rank.room(), ranked.waiting()));
          }
          session.reply(new Event.Done(rank.id()));
        });
  }

  void change(Session session, Command.ChangeRoom change) throws Refusal {
    house.requireRate(Rates.Kind.CHANGE, session.user().id());
    house.requireMember(session, change.room());
    String name = change.name() == null ? null : RoomNames.clean(change.name());
    house.change(
        session,
        change.id(),
        new Write.ChangeRoom(
            change.room(),
            session.user(),
            name,
            name == null ? null : NameKey.of(name),
            change.topic(),
            change.description(),
            change.posting(),
            change.archived()));
  }

  private int maxRooms() {
    return house.server().limits().rooms();
  }

  private static void requireFew(List<UserId> invited) throws Refusal {
    if (invited.size() > MOST_INVITED) {
      throw new Refusal(ErrorCode.TOO_MANY, "Invite at most " + MOST_INVITED + " people at once.");
    }
  }

  /** On the delivery thread, before the events of this are passed on. */
  private void gathered(Session session, long id, Write.Gathering gathering) {
    UserId self = session.user().id();
    for (Write.Entered entered : gathering.entered()) {
      if (entered.user().id().equals(self)) {
        house.rooms().joined(self, entered.state().room().id());
        house.rooms().tellOwn(self, session, new Event.RoomAdded(entered.state()));
      } else {
        added(entered);
      }
    }
    session.reply(new Event.Joined(id, gathering.state()));
  }

  private void added(Write.Entered entered) {
    UserId user = entered.user().id();
    house.rooms().joined(user, entered.state().room().id());
    house.rooms().tellAll(user, new Event.RoomAdded(entered.state()));
  }
}
