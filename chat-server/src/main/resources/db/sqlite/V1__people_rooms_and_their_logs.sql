-- Integer keys are for joins and never leave the database; the ids beside them are what others know.

CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE users (
  key        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  name_key   TEXT    NOT NULL UNIQUE,
  role       TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE devices (
  key        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  user_key   INTEGER NOT NULL REFERENCES users (key),
  token_hash TEXT    NOT NULL UNIQUE,
  agent      TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX devices_by_user ON devices (user_key);

-- head, messages and members are kept beside the log, so that no count ever reads rows.
CREATE TABLE rooms (
  key        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  name_key   TEXT    UNIQUE,
  kind       TEXT    NOT NULL,
  topic      TEXT    NOT NULL,
  head       INTEGER NOT NULL,
  messages   INTEGER NOT NULL,
  members    INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- read_messages is how many messages the log had up to read_seq: unread is one subtraction.
CREATE TABLE members (
  room_key      INTEGER NOT NULL REFERENCES rooms (key),
  user_key      INTEGER NOT NULL REFERENCES users (key),
  joined_at     INTEGER NOT NULL,
  read_seq      INTEGER NOT NULL,
  read_messages INTEGER NOT NULL,
  PRIMARY KEY (room_key, user_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX members_by_user ON members (user_key);

-- messages counts the log's messages up to and including this event.
CREATE TABLE events (
  key        INTEGER PRIMARY KEY,
  room_key   INTEGER NOT NULL REFERENCES rooms (key),
  seq        INTEGER NOT NULL,
  type       TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  user_key   INTEGER NOT NULL REFERENCES users (key),
  device_key INTEGER REFERENCES devices (key),
  nonce      TEXT,
  messages   INTEGER NOT NULL,
  body       TEXT,
  data       TEXT,
  UNIQUE (room_key, seq)
) STRICT;

-- What makes sending again harmless, for ever.
CREATE UNIQUE INDEX events_by_nonce ON events (device_key, nonce) WHERE nonce IS NOT NULL;

CREATE TABLE mentions (
  user_key INTEGER NOT NULL REFERENCES users (key),
  room_key INTEGER NOT NULL REFERENCES rooms (key),
  seq      INTEGER NOT NULL,
  PRIMARY KEY (user_key, room_key, seq)
) STRICT, WITHOUT ROWID;
