package chat.parley.server.store;

import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every way into a room that is not direct, and the ways out. Committer's thread only. */
final class Entrances {
  private final People people;
  private final RoomCache rooms;
  private final Memberships memberships;
  private final ReadMarks marks;
  private final Permissions permissions;
  private final AuditLog audit;
  private final InstantSource clock;

  Entrances(
      People people,
      RoomCache rooms,
      Memberships memberships,
      ReadMarks marks,
      Permissions permissions,
      AuditLog audit,
      InstantSource clock) {
    this.people = people;
    this.rooms = rooms;
    this.memberships = memberships;
    this.marks = marks;
    this.permissions = permissions;
    this.audit = audit;
    this.clock = clock;
  }

  Result<Write.Joining> join(Write.JoinById write) throws SQLException, Refused {
    return join(rooms.get(write.room()), write.user(), write.maxRooms());
  }

  Result<Write.Joining> join(Write.JoinByName write) throws SQLException, Refused {
    RoomEntry room = rooms.findByName(write.nameKey()).orElse(null);
    if (room != null) {
      return join(room, write.user(), write.maxRooms());
    }
    if (!write.create()) {
      throw new Refused(Refusals.noSuchRoom());
    }
    People.Person person = people.getSelf(write.user().id());
    memberships.requireSpace(person, write.maxRooms());
    var fresh = new Room(write.freshId(), write.name(), RoomKind.PUBLIC, "");
    RoomEntry made = rooms.create(fresh, write.nameKey(), null, clock.millis());
    return enter(made, person, Rank.OWNER);
  }

  Result<Room> open(Write.OpenRoom write) throws SQLException {
    RoomEntry room = rooms.findByName(write.nameKey()).orElse(null);
    if (room == null) {
      var fresh = new Room(write.freshId(), write.name(), RoomKind.PUBLIC, write.topic());
      room = rooms.create(fresh, write.nameKey(), null, clock.millis());
    }
    return new Result.Done<>(room.room());
  }

  Result<Write.Gathering> create(Write.CreateRoom write) throws SQLException, Refused {
    boolean open = write.room().kind() == RoomKind.PUBLIC;
    if (open && rooms.findByName(write.nameKey()).isPresent()) {
      throw new Refused(Refusals.nameTaken());
    }
    People.Person owner = people.getSelf(write.user().id());
    memberships.requireSpace(owner, write.maxRooms());
    List<UserId> invited = write.invite().stream().filter(id -> !id.equals(owner.id())).toList();
    List<People.Person> guests = guests(invited, owner.user(), write.maxRooms());
    RoomEntry room =
        rooms.create(write.room(), open ? write.nameKey() : null, null, clock.millis());
    memberships.enter(room, owner, Rank.OWNER, null);
    bring(room, guests, owner.user());
    var all = new ArrayList<>(List.of(owner));
    all.addAll(guests);
    List<Write.Entered> entered = entered(room, all);
    return new Result.Done<>(new Write.Gathering(entered.getFirst().state(), entered));
  }

  Result<List<Write.Entered>> invite(Write.Invite write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership host = room.get(write.user().id());
    permissions.require(Rules.Deed.INVITE, room, host);
    List<UserId> strangers =
        write.users().stream().filter(user -> room.member(user) == null).toList();
    List<People.Person> guests = guests(strangers, host.user, write.maxRooms());
    bring(room, guests, host.user);
    return new Result.Done<>(entered(room, guests));
  }

  Result<Write.Leaving> leave(Write.Leave write) throws SQLException, Refused {
    RoomEntry room = rooms.find(write.room()).orElse(null);
    Membership member = room == null ? null : room.member(write.user().id());
    if (room == null || member == null) {
      return new Result.Done<>(new Write.Leaving(write.room(), null));
    }
    if (room.isDirect()) {
      throw new Refused(Refusals.staysInDirect());
    }
    return new Result.Done<>(new Write.Leaving(write.room(), memberships.exit(room, member, null)));
  }

  Result<Write.Leaving> remove(Write.Remove write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership who = room.get(write.user().id());
    Membership member = room.member(write.member());
    boolean high =
        member != null
            && member != who
            && (member.rank().compareTo(Rank.MODERATOR) >= 0
                || permissions.may(Rules.ServerDeed.KICK, member.user.role()));
    permissions.require(high ? Rules.Deed.REMOVE_HIGH : Rules.Deed.REMOVE, room, who);
    if (member == null) {
      return new Result.Done<>(new Write.Leaving(write.room(), null));
    }
    Event.LeftRoom event = memberships.exit(room, member, who.user.name());
    audit.add(who.userKey, "remove", member.userKey, room.key, "");
    return new Result.Done<>(new Write.Leaving(write.room(), event));
  }

  private Result<Write.Joining> join(RoomEntry room, User user, int maxRooms)
      throws SQLException, Refused {
    Membership member = room.member(user.id());
    if (member != null) {
      long mentions = marks.mentions(room, member);
      return new Result.Done<>(new Write.Joining(room.state(member, mentions), null));
    }
    if (room.room().kind() != RoomKind.PUBLIC) {
      throw new Refused(Refusals.noSuchRoom());
    }
    People.Person person = people.getSelf(user.id());
    memberships.requireSpace(person, maxRooms);
    return enter(room, person, Rank.MEMBER);
  }

  private Result<Write.Joining> enter(RoomEntry room, People.Person person, Rank rank)
      throws SQLException {
    Event.JoinedRoom event = memberships.enter(room, person, rank, null);
    return new Result.Done<>(new Write.Joining(room.stateOf(person.id()), event));
  }

  /** Who is to be brought in, after all that could speak against it was asked. */
  private List<People.Person> guests(List<UserId> invited, User host, int maxRooms)
      throws SQLException, Refused {
    var guests = new ArrayList<People.Person>();
    for (UserId id : invited.stream().distinct().toList()) {
      People.Person guest = people.get(id);
      permissions.requireWelcome(host.id(), guest.key());
      memberships.requireSpaceForGuest(guest, maxRooms);
      guests.add(guest);
    }
    return guests;
  }

  private void bring(RoomEntry room, List<People.Person> guests, User host) throws SQLException {
    for (People.Person guest : guests) {
      memberships.enter(room, guest, Rank.MEMBER, host.name());
    }
  }

  private static List<Write.Entered> entered(RoomEntry room, List<People.Person> people) {
    return people.stream()
        .map(person -> new Write.Entered(person.user(), room.stateOf(person.id())))
        .toList();
  }
}
