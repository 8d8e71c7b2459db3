package chat.parley.server.store;

import chat.parley.model.Door;
import chat.parley.model.MessageLimits;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is decided while the server runs, and what is announced. */
final class ServerBook {
  private static final String NAME = "name";
  private static final String DOOR = "door";
  private static final String MOTD = "motd";
  private static final String RETENTION = "retention_days";
  private static final String BODY_CHARS = "body_chars";
  private static final String SEND_PER_SECOND = "send_per_second";
  private static final String ROOM_PER_SECOND = "room_per_second";
  private static final String ANNOUNCED = "announced";
  private static final String ANNOUNCED_BY = "announced_by";
  private static final String ANNOUNCED_AT = "announced_at";
  private static final String ANNOUNCED_UNTIL = "announced_until";

  private final Statements db;
  private final Powers powers;
  private final AuditLog audit;
  private final InstantSource clock;

  /** For the committer's thread. */
  ServerBook(Statements db, Powers powers, AuditLog audit, InstantSource clock) {
    this.db = db;
    this.powers = powers;
    this.audit = audit;
    this.clock = clock;
  }

  Result<Ruling.Chosen> change(Write.By<?> write, Ruling.ChangeSettings ruling)
      throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.CHANGE_SETTINGS);
    put(NAME, ruling.name());
    put(DOOR, ruling.door() == null ? null : ruling.door().name());
    put(MOTD, ruling.motd());
    put(RETENTION, ruling.retentionDays() == null ? null : ruling.retentionDays().toString());
    MessageLimits messages = ruling.messages();
    if (messages != null) {
      put(BODY_CHARS, Integer.toString(messages.bodyChars()));
      put(SEND_PER_SECOND, Integer.toString(messages.sendPerSecond()));
      put(ROOM_PER_SECOND, Integer.toString(messages.roomPerSecond()));
    }
    audit.add(who.key(), "change_settings", null, null, detail(ruling));
    return new Result.Done<>(chosen(db));
  }

  Result<Event.Announced> announce(Write.By<?> write, Ruling.Announce ruling)
      throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.ANNOUNCE);
    long now = clock.millis();
    long until = now + ruling.seconds() * 1000;
    var said = new Event.Announced(ruling.text(), who.user().name(), now, until);
    put(ANNOUNCED, said.text());
    put(ANNOUNCED_BY, said.by());
    put(ANNOUNCED_AT, Long.toString(now));
    put(ANNOUNCED_UNTIL, Long.toString(until));
    String detail =
        said.text().isEmpty() ? "taken back" : AuditLog.detail(ruling.seconds(), said.text());
    audit.add(who.key(), "announce", null, null, detail);
    return new Result.Done<>(said);
  }

  /** Any thread's, with its own connection. */
  static Ruling.Chosen chosen(Statements db) throws SQLException {
    Map<String, String> all = all(db);
    return new Ruling.Chosen(
        all.get(NAME),
        Optional.ofNullable(all.get(DOOR)).map(Door::valueOf).orElse(null),
        all.get(MOTD),
        Optional.ofNullable(all.get(RETENTION)).map(Integer::valueOf).orElse(null),
        all.containsKey(BODY_CHARS)
            ? new MessageLimits(
                Integer.parseInt(all.getOrDefault(BODY_CHARS, "")),
                Integer.parseInt(all.getOrDefault(SEND_PER_SECOND, "")),
                Integer.parseInt(all.getOrDefault(ROOM_PER_SECOND, "")))
            : null);
  }

  /** What was announced last, whether it is over or not. Any thread's. */
  static Optional<Event.Announced> announced(Statements db) throws SQLException {
    Map<String, String> all = all(db);
    return all.containsKey(ANNOUNCED)
        ? Optional.of(
            new Event.Announced(
                all.getOrDefault(ANNOUNCED, ""),
                all.getOrDefault(ANNOUNCED_BY, ""),
                Long.parseLong(all.getOrDefault(ANNOUNCED_AT, "0")),
                Long.parseLong(all.getOrDefault(ANNOUNCED_UNTIL, "0"))))
        : Optional.empty();
  }

  private void put(String name, @Nullable String value) throws SQLException {
    if (value != null) {
      db.update(
          "INSERT INTO settings (name, value) VALUES (?, ?)"
              + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          name,
          value);
    }
  }

  private static Map<String, String> all(Statements db) throws SQLException {
    Map<String, String> all = new HashMap<>();
    for (Map.Entry<String, String> row :
        db.all(
            "SELECT name, value FROM settings",
            found -> Map.entry(found.getString(1), found.getString(2)))) {
      all.put(row.getKey(), row.getValue());
    }
    return all;
  }

  private static String detail(Ruling.ChangeSettings ruling) {
    var detail = new StringBuilder();
    add(detail, NAME, ruling.name());
    add(detail, DOOR, ruling.door());
    add(detail, MOTD, ruling.motd() == null ? null : "changed");
    add(detail, RETENTION, ruling.retentionDays());
    MessageLimits messages = ruling.messages();
    if (messages != null) {
      add(detail, BODY_CHARS, messages.bodyChars());
      add(detail, SEND_PER_SECOND, messages.sendPerSecond());
      add(detail, ROOM_PER_SECOND, messages.roomPerSecond());
    }
    return detail.toString();
  }

  private static void add(StringBuilder detail, String name, @Nullable Object value) {
    if (value != null) {
      detail.append(detail.isEmpty() ? "" : ", ").append(name).append(": ").append(value);
    }
  }
}
