package chat.parley.server;

import static chat.parley.server.Team.id;

import chat.parley.model.Role;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The people of the matrix, each logged in once. */
final class Cast {
  /**
   * Is in hidden rooms only, so that whoever reads the name in a frame about a room knows of one.
   */
  static final String SECRET_MEMBER = "Zoe Hidden";

  private final Team team;
  private final Map<Part, Guest> people = new EnumMap<>(Part.class);
  private final Guest author;
  private final Guest secret;
  private final Guest holder;
  private @Nullable Guest victim;
  private int fresh;

  Cast(Team team) {
    this.team = team;
    Guest owner = team.owner("Server Owner");
    people.put(Part.SERVER_OWNER, owner);
    people.put(Part.GUEST, team.guest("Plain Guest"));
    for (Part part : Part.values()) {
      if (part != Part.NOBODY && !people.containsKey(part)) {
        people.put(part, account("Person " + part.name().replace("_", " ")));
      }
    }
    Guest admin = of(Part.ADMIN);
    Team.done(owner, id -> new Command.SetRole(id, id(admin), Role.ADMIN));
    author = team.guest("Author");
    secret = team.guest(SECRET_MEMBER);
    holder = account("Holder");
  }

  Guest of(Part part) {
    return Objects.requireNonNull(people.get(part));
  }

  /** Said what others do something to. */
  Guest author() {
    return author;
  }

  Guest secret() {
    return secret;
  }

  /** A member with a password. */
  UserId holder() {
    return id(holder);
  }

  /** Somebody to whom something may be done, such as being banned. */
  UserId victim() {
    Guest known = victim;
    if (known == null) {
      known = team.guest(name());
      victim = known;
    }
    return id(known);
  }

  /** The last victim is not what it was. */
  void spent() {
    Guest known = victim;
    victim = null;
    if (known != null) {
      known.close();
    }
  }

  /** What opens the server's addresses to that part; null for who is not logged in. */
  @Nullable String pass(Part part) {
    return part == Part.NOBODY ? null : pass(of(part));
  }

  static String pass(Guest guest) {
    return Stage.reply(guest, Event.Pass.class, Command.Renew::new).token();
  }

  /** A name that nobody has. */
  String name() {
    return "fresh " + fresh++ + " name";
  }

  /** Connected, nobody yet. */
  Guest stranger() {
    return team.connect();
  }

  private Guest account(String name) {
    return team.account(name);
  }

  /** Waits until everything that was on its way to somebody has come. */
  static void settle(Guest guest) {
    long ping = guest.nextId();
    guest.say(new Command.Ping(ping));
    guest.await(Event.Pong.class, pong -> pong.re() == ping);
  }
}
