-- What holds somebody back in a room, whether they are in it or not: leaving and coming back must not
-- help. muted_until is 0 or a time in epoch milliseconds; spoke_at is kept in slow rooms only.
CREATE TABLE restraints (
  room_key    INTEGER NOT NULL REFERENCES rooms (key),
  user_key    INTEGER NOT NULL REFERENCES users (key),
  muted_until INTEGER NOT NULL DEFAULT 0,
  spoke_at    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (room_key, user_key)
) STRICT, WITHOUT ROWID;

ALTER TABLE rooms ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0;

-- body is what the message said, until somebody has dealt with the report.
CREATE TABLE reports (
  key         INTEGER PRIMARY KEY,
  room_key    INTEGER NOT NULL REFERENCES rooms (key),
  seq         INTEGER NOT NULL,
  by_key      INTEGER NOT NULL REFERENCES users (key),
  body        TEXT    NOT NULL,
  reason      TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  resolver    INTEGER REFERENCES users (key),
  resolved_at INTEGER NOT NULL DEFAULT 0,
  note        TEXT    NOT NULL DEFAULT '',
  UNIQUE (room_key, seq, by_key)
) STRICT;

CREATE INDEX reports_by_state ON reports (resolved_at > 0, key);

-- What keeps people out. banned_until of users and devices repeats the latest end of those that hold,
-- so that letting somebody in asks no other table. No device: all of the person's.
CREATE TABLE bans (
  key        INTEGER PRIMARY KEY,
  user_key   INTEGER NOT NULL REFERENCES users (key),
  device_key INTEGER REFERENCES devices (key),
  until      INTEGER NOT NULL,
  reason     TEXT    NOT NULL,
  by_key     INTEGER NOT NULL REFERENCES users (key),
  at         INTEGER NOT NULL,
  lifted_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX bans_by_user ON bans (user_key);

CREATE TABLE banned_addresses (
  address TEXT    NOT NULL,
  ban_key INTEGER NOT NULL REFERENCES bans (key),
  PRIMARY KEY (address, ban_key)
) STRICT, WITHOUT ROWID;

ALTER TABLE devices ADD COLUMN banned_until INTEGER NOT NULL DEFAULT 0;

-- By what somebody sets a new password; only the hash of the code is kept.
ALTER TABLE users ADD COLUMN reset_hash  TEXT;
ALTER TABLE users ADD COLUMN reset_until INTEGER NOT NULL DEFAULT 0;

-- What was decided while the server ran; what has no row is as the server was started.
CREATE TABLE settings (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows are added and never changed.
CREATE TABLE audit (
  key      INTEGER PRIMARY KEY AUTOINCREMENT,
  at       INTEGER NOT NULL,
  by_key   INTEGER NOT NULL REFERENCES users (key),
  deed     TEXT    NOT NULL,
  whom_key INTEGER REFERENCES users (key),
  room_key INTEGER REFERENCES rooms (key),
  detail   TEXT    NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
