package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who becomes somebody here, and under which name. Committer's thread only. */
final class Accounts {
  /** So long nobody else gets a name that somebody gave up. */
  private static final long NAME_HELD_MS = 30L * 24 * 60 * 60 * 1000;

  private final Statements db;
  private final People people;
  private final Devices devices;
  private final RoomCache rooms;
  private final EventLog log;
  private final Restraints restraints;
  private final Bans bans;
  private final AuditLog audit;
  private final InstantSource clock;

  Accounts(
      Statements db,
      People people,
      Devices devices,
      RoomCache rooms,
      EventLog log,
      Restraints restraints,
      Bans bans,
      AuditLog audit,
      InstantSource clock) {
    this.db = db;
    this.people = people;
    this.devices = devices;
    this.rooms = rooms;
    this.log = log;
    this.restraints = restraints;
    this.bans = bans;
    this.audit = audit;
    this.clock = clock;
  }

  Result<Write.Login> add(Write.AddGuest write) throws SQLException, Refused {
    bans.requireOpen(write.device().address());
    requireFree(write.nameKey(), null);
    return enter(write.user(), write.nameKey(), null, write.device());
  }

  Result<Write.Login> add(Write.AddAccount write) throws SQLException, Refused {
    if (write.right() instanceof Write.Right.Open) {
      bans.requireOpen(write.device().address());
    }
    requireFree(write.nameKey(), null);
    Role role = roleBy(write.right(), write.user().role());
    var user = new User(write.user().id(), write.user().name(), role);
    var entered = enter(user, write.nameKey(), write.password(), write.device());
    writeDown(write.right(), people.getSelf(user.id()).key());
    return entered;
  }

  Result<User> become(Write.BecomeMember write) throws SQLException, Refused {
    People.Person person = people.getSelf(write.user());
    if (hasPassword(person)) {
      throw new Refused(Refusals.forbidden("You have an account already."));
    }
    Role before = person.user().role();
    Role granted = roleBy(write.right(), Role.MEMBER);
    Role role = granted.compareTo(before) > 0 ? granted : before;
    db.update(
        "UPDATE users SET role = ?, password = ? WHERE key = ?",
        role.name(),
        write.password(),
        person.key());
    writeDown(write.right(), person.key());
    return changed(new User(person.id(), person.user().name(), role));
  }

  Result<Write.Changed> password(Write.SetPassword write) throws SQLException, Refused {
    set(write.user(), write.password(), write.before());
    return new Result.Done<>(new Write.Changed(true));
  }

  Result<List<DeviceId>> change(Write.ChangePassword write) throws SQLException, Refused {
    set(write.user(), write.password(), write.before());
    db.update(
        "UPDATE users SET reset_hash = NULL, reset_until = 0 WHERE id = ?", write.user().value());
    devices.renew(write.kept(), write.freshHash());
    return devices.end(new Write.EndDevices(write.user(), null, write.kept()));
  }

  private void set(UserId user, String password, String before) throws SQLException, Refused {
    int rows =
        db.update(
            "UPDATE users SET password = ? WHERE id = ? AND password = ?",
            password,
            user.value(),
            before);
    if (rows == 0) {
      throw new Refused(Refusals.otherPassword());
    }
  }

  /** Somebody has the code of a reset; it is good once. */
  Result<Write.Renewed> reset(Write.Reset write) throws SQLException, Refused {
    UserId id =
        db.first(
                "SELECT id FROM users WHERE name_key = ? AND reset_hash = ? AND reset_until > ?",
                row -> new UserId(row.getString(1)),
                write.nameKey(),
                write.codeHash(),
                clock.millis())
            .orElseThrow(() -> new Refused(Refusals.badReset()));
    People.Person person = people.getSelf(id);
    devices.requireNotBanned(person);
    db.update(
        "UPDATE users SET password = ?, reset_hash = NULL, reset_until = 0 WHERE key = ?",
        write.password(),
        person.key());
    audit.add(person.key(), "use_reset", null, null, "");
    List<DeviceId> ended = devices.endAll(person);
    devices.insert(person.key(), write.device());
    var login = new Write.Login(person.user(), write.device().id());
    return new Result.Done<>(new Write.Renewed(login, ended));
  }

  boolean hasPassword(People.Person person) throws SQLException {
    return db.number(
            "SELECT count(*) FROM users WHERE key = ? AND password IS NOT NULL", person.key())
        > 0;
  }

  /**
   * Whoever made a code for a reset could do so in the role of then, for somebody in theirs: no
   * such code outlives a change of either.
   */
  Result<User> role(People.Person person, Role role) throws SQLException {
    db.update(
        "UPDATE users SET role = ?, reset_hash = NULL, reset_until = 0 WHERE key = ?",
        role.name(),
        person.key());
    if (person.user().role().compareTo(Role.ADMIN) >= 0) {
      db.update("UPDATE users SET reset_hash = NULL, reset_until = 0 WHERE reset_hash IS NOT NULL");
    }
    return changed(new User(person.id(), person.user().name(), role));
  }

  /** By themselves: whoever may not write somewhere shall not say it by a name. */
  Result<User> takeName(Write.Rename write) throws SQLException, Refused {
    restraints.requireNowhereMuted(people.getSelf(write.user()), "take another name");
    return rename(write);
  }

  /** As with a name; nobody is kept from saying nothing any more. */
  Result<Write.Changed> say(Write.SetStatus write) throws SQLException, Refused {
    if (write.status() != null) {
      restraints.requireNowhereMuted(people.getSelf(write.user()), "set a status");
    }
    return people.say(write);
  }

  Result<User> rename(Write.Rename write) throws SQLException, Refused {
    People.Person person = people.getSelf(write.user());
    if (write.name().equals(person.user().name())) {
      return new Result.Done<>(person.user());
    }
    requireFree(write.nameKey(), person);
    if (!write.nameKey().equals(person.nameKey())) {
      hold(person);
    }
    db.update(
        "UPDATE users SET name = ?, name_key = ? WHERE key = ?",
        write.name(),
        write.nameKey(),
        person.key());
    var now = new User(person.id(), write.name(), person.user().role());
    for (RoomEntry room : roomsOf(person)) {
      log.renamed(room, person, now);
    }
    return changed(now);
  }

  private Result<Write.Login> enter(
      User user, String nameKey, @Nullable String password, Write.NewDevice device)
      throws SQLException {
    long key = people.insert(user, nameKey, password);
    devices.insert(key, device);
    return new Result.Done<>(new Write.Login(user, device.id()));
  }

  /**
   * @param self who may have it, since it is theirs
   */
  private void requireFree(String nameKey, People.@Nullable Person self)
      throws SQLException, Refused {
    long own = self == null ? 0 : self.key();
    if (AccountQuestions.isTaken(db, nameKey, own, clock.millis())) {
      throw new Refused(Refusals.nameTaken());
    }
  }

  private void hold(People.Person person) throws SQLException {
    db.update(
        "INSERT INTO former_names (name_key, user_key, until) VALUES (?, ?, ?)"
            + " ON CONFLICT (name_key) DO UPDATE"
            + " SET user_key = excluded.user_key, until = excluded.until",
        person.nameKey(),
        person.key(),
        clock.millis() + NAME_HELD_MS);
  }

  /** By what somebody has more than everybody gets who knocks. */
  private void writeDown(Write.Right right, long who) throws SQLException {
    switch (right) {
      case Write.Right.Open _ -> {}
      case Write.Right.First _ -> audit.add(who, "set_up", null, null, "");
      case Write.Right.Invited invited -> {
        record Invite(long by, String id, String note) {}

        var invite =
            db.first(
                "SELECT by_key, id, note FROM invites WHERE code_hash = ?",
                row -> new Invite(row.getLong(1), row.getString(2), row.getString(3)),
                invited.codeHash());
        if (invite.isPresent()) {
          Invite used = invite.get();
          String note = used.note().isEmpty() ? "" : ": " + used.note();
          audit.add(who, "use_invite", used.by(), null, used.id() + note);
        }
      }
    }
  }

  /** Uses up one use of an invitation. */
  private Role roleBy(Write.Right right, Role usual) throws SQLException, Refused {
    return switch (right) {
      case Write.Right.Open _ -> usual;
      case Write.Right.First _ -> {
        if (AccountQuestions.hasOwner(db, clock.millis())) {
          throw new Refused(Refusals.setUpIsOver());
        }
        yield Role.OWNER;
      }
      case Write.Right.Invited invited ->
          db.first(
                  "UPDATE invites SET uses_left = uses_left - 1"
                      + " WHERE code_hash = ? AND uses_left > 0 AND expires_at > ?"
                      + " RETURNING role",
                  row -> Role.valueOf(row.getString(1)),
                  invited.codeHash(),
                  clock.millis())
              .orElseThrow(() -> new Refused(Refusals.badInvite()));
    };
  }

  private List<RoomEntry> roomsOf(People.Person person) throws SQLException {
    List<RoomId> ids =
        db.all(
            "SELECT r.id FROM members m JOIN rooms r ON r.key = m.room_key WHERE m.user_key = ?",
            row -> new RoomId(row.getString(1)),
            person.key());
    var found = new ArrayList<RoomEntry>();
    for (RoomId id : ids) {
      rooms.find(id).ifPresent(found::add);
    }
    return found;
  }

  /** Whatever is remembered of this person is read anew. */
  private Result<User> changed(User now) throws SQLException {
    UserId id = now.id();
    people.forget(id);
    rooms.flush();
    rooms.forget();
    return new Result.Done<>(now);
  }
}
