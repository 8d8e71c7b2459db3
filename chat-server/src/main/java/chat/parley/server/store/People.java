package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

  record Person(long key, User user, String nameKey) {}

  record Device(long key, UserId owner) {}

  Result<Write.Login> add(Write.AddGuest guest) throws SQLException {
    User user = guest.user();
    if (db.number("SELECT count(*) FROM users WHERE name_key = ?", guest.nameKey()) > 0) {
      return Refusals.nameTaken();
    }
    long at = clock.millis();
    long key =
        db.number(
            "INSERT INTO users (id, name, name_key, role, created_at)"
                + " VALUES (?, ?, ?, ?, ?) RETURNING key",
            user.id().value(),
            user.name(),
            guest.nameKey(),
            user.role().name(),
            at);
    db.update(
        "INSERT INTO devices (id, user_key, token_hash, agent, created_at) VALUES (?, ?, ?, ?, ?)",
        guest.device().value(),
        key,
        guest.tokenHash(),
        guest.agent(),
        at);
    return new Result.Done<>(new Write.Login(user, guest.device()));
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
