package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Role;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes who exists, and remembers their keys. Committer's thread only. */
final class People {
  private static final int KEPT = 20_000;

  private final Statements db;
  private final InstantSource clock;
  private final Map<UserId, Person> persons = new Recent<>();
  private final Map<DeviceId, Device> devices = new Recent<>();

  People(Statements db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  record Person(long key, User user, String nameKey) {
    UserId id() {
      return user.id();
    }
  }

  record Device(long key, UserId owner) {}

  /** A new row; the name is free. */
  long insert(User user, String nameKey, @Nullable String password) throws SQLException {
    return db.number(
        "INSERT INTO users (id, name, name_key, role, password, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?) RETURNING key",
        user.id().value(),
        user.name(),
        nameKey,
        user.role().name(),
        password,
        clock.millis());
  }

  /** What is remembered of somebody is no longer so. */
  void forget(UserId id) {
    persons.remove(id);
  }

  Optional<Person> find(UserId id) throws SQLException {
    Person known = persons.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Person> found =
        db.first(
            "SELECT key, name, role, name_key FROM users WHERE id = ?",
            row ->
                new Person(
                    row.getLong(1),
                    new User(id, row.getString(2), Role.valueOf(row.getString(3))),
                    row.getString(4)),
            id.value());
    found.ifPresent(person -> persons.put(id, person));
    return found;
  }

  Person get(UserId id) throws SQLException, Refused {
    return find(id).orElseThrow(() -> new Refused(Refusals.noSuchUser()));
  }

  /** Somebody who says that they are logged in. */
  Person getSelf(UserId id) throws SQLException, Refused {
    return find(id).orElseThrow(() -> new Refused(Refusals.unknownPerson()));
  }

  Result<Write.Changed> say(Write.SetStatus write) throws SQLException {
    Status status = write.status();
    db.update(
        "UPDATE users SET says_emoji = ?, says_text = ?, says_until = ? WHERE id = ?",
        status == null ? "" : status.emoji(),
        status == null ? "" : status.text(),
        status == null ? 0 : status.until(),
        write.user().value());
    return new Result.Done<>(new Write.Changed(true));
  }

  Optional<Device> findDevice(DeviceId id) throws SQLException {
    Device known = devices.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Device> found =
        db.first(
            "SELECT d.key, u.id FROM devices d JOIN users u ON u.key = d.user_key WHERE d.id = ?",
            row -> new Device(row.getLong(1), new UserId(row.getString(2))),
            id.value());
    found.ifPresent(device -> devices.put(id, device));
    return found;
  }

  /** Keeps what was used last. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }
}
