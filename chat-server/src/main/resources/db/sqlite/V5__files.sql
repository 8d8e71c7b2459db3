-- What people are sending or have sent. The bytes lie beside the database, under the hash of them, so
-- that the same bytes lie there once.

-- An upload under way. How much of it has come, its part on the disk knows.
CREATE TABLE uploads (
  key       INTEGER PRIMARY KEY,
  id        TEXT    NOT NULL UNIQUE,
  owner_key INTEGER NOT NULL REFERENCES users (key),
  room_key  INTEGER NOT NULL REFERENCES rooms (key),
  name      TEXT    NOT NULL,
  size      INTEGER NOT NULL,
  type      TEXT    NOT NULL,
  sha256    TEXT,
  begun_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX uploads_by_owner ON uploads (owner_key, size);

-- A file that has come whole. seq is the message it went with; null until there is one.
CREATE TABLE files (
  key       INTEGER PRIMARY KEY,
  id        TEXT    NOT NULL UNIQUE,
  owner_key INTEGER NOT NULL REFERENCES users (key),
  room_key  INTEGER NOT NULL REFERENCES rooms (key),
  seq       INTEGER,
  name      TEXT    NOT NULL,
  size      INTEGER NOT NULL,
  type      TEXT    NOT NULL,
  sha256    TEXT    NOT NULL,
  width     INTEGER NOT NULL,
  height    INTEGER NOT NULL,
  thumb     INTEGER NOT NULL,
  came_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX files_by_message ON files (room_key, seq) WHERE seq IS NOT NULL;
CREATE INDEX files_unsaid ON files (came_at) WHERE seq IS NULL;
CREATE INDEX files_by_bytes ON files (sha256);
CREATE INDEX files_by_owner ON files (owner_key, size);

-- Bytes that lost a file and may be needed by nobody any more.
CREATE TABLE loose_bytes (
  sha256 TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
