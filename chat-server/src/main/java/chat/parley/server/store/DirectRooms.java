package chat.parley.server.store;

import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds or makes the one direct room of some people. They are in it from the start and for good, so
 * nobody's coming is an event of its log. Committer's thread only.
 */
final class DirectRooms {
  private final Statements db;
  private final People people;
  private final RoomCache rooms;
  private final ReadMarks marks;
  private final Permissions permissions;
  private final InstantSource clock;

  DirectRooms(
      Statements db,
      People people,
      RoomCache rooms,
      ReadMarks marks,
      Permissions permissions,
      InstantSource clock) {
    this.db = db;
    this.people = people;
    this.rooms = rooms;
    this.marks = marks;
    this.permissions = permissions;
    this.clock = clock;
  }

  Result<Write.Gathering> open(Write.OpenDirect write) throws SQLException, Refused {
    People.Person opener = people.getSelf(write.user().id());
    var all = new ArrayList<>(List.of(opener));
    for (UserId id : write.with()) {
      People.Person other = people.get(id);
      permissions.requireWelcome(opener.id(), other.key());
      all.add(other);
    }
    String key = keyOf(all);
    RoomEntry room = rooms.findDirect(key).orElse(null);
    if (room != null) {
      Membership member = room.get(opener.id());
      return new Result.Done<>(
          new Write.Gathering(room.state(member, marks.mentions(room, member)), List.of()));
    }
    requireSpace(opener, write.maxRooms());
    return make(write, key, all);
  }

  private Result<Write.Gathering> make(Write.OpenDirect write, String key, List<People.Person> all)
      throws SQLException {
    var fresh = new Room(write.freshId(), "", RoomKind.DIRECT, "");
    long at = clock.millis();
    RoomEntry room = rooms.create(fresh, null, key, at);
    for (People.Person person : all) {
      rooms.enter(room, person, Rank.MEMBER, at);
    }
    List<Write.Entered> entered =
        all.stream()
            .map(person -> new Write.Entered(person.user(), room.stateOf(person.id())))
            .toList();
    return new Result.Done<>(new Write.Gathering(entered.getFirst().state(), entered));
  }

  /** The same for the same people, in whatever order they are named. */
  private static String keyOf(List<People.Person> all) {
    return all.stream()
        .map(person -> person.id().value())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private void requireSpace(People.Person opener, int most) throws SQLException, Refused {
    long direct =
        db.number(
            "SELECT count(*) FROM members m JOIN rooms r ON r.key = m.room_key"
                + " WHERE m.user_key = ? AND r.kind = 'DIRECT'",
            opener.key());
    if (direct >= most) {
      throw new Refused(Refusals.tooManyRooms(most));
    }
  }
}
