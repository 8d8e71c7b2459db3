-- password is an Argon2id hash in PHC form; null for who came in by name alone.
-- banned_until is 0, or when it is over in epoch milliseconds.
ALTER TABLE users ADD COLUMN password     TEXT;
ALTER TABLE users ADD COLUMN banned_until INTEGER NOT NULL DEFAULT 0;

-- A token is good once: the next one comes with each log-in. prior_hash is the one before, which
-- stays good until its successor was seen, since the answer that carried that one may be lost.
-- A device that was logged out keeps its row for its nonces, and has a hash that no token has.
ALTER TABLE devices ADD COLUMN prior_hash TEXT;
ALTER TABLE devices ADD COLUMN address    TEXT    NOT NULL DEFAULT '';
ALTER TABLE devices ADD COLUMN seen_at    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE devices ADD COLUMN ended_at   INTEGER NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX devices_by_prior ON devices (prior_hash) WHERE prior_hash IS NOT NULL;

-- Tokens that are no longer good: whoever comes with one has stolen it, or was stolen from.
CREATE TABLE spent_tokens (
  hash       TEXT    NOT NULL PRIMARY KEY,
  device_key INTEGER NOT NULL REFERENCES devices (key),
  spent_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX spent_tokens_by_device ON spent_tokens (device_key, spent_at);

-- Names that somebody gave up: nobody else gets them for a while.
CREATE TABLE former_names (
  name_key TEXT    NOT NULL PRIMARY KEY,
  user_key INTEGER NOT NULL REFERENCES users (key),
  until    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who may register where that takes an invitation. Only the hash of the code is kept.
CREATE TABLE invites (
  key        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  code_hash  TEXT    NOT NULL UNIQUE,
  role       TEXT    NOT NULL,
  uses_left  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  by_key     INTEGER NOT NULL REFERENCES users (key),
  created_at INTEGER NOT NULL,
  note       TEXT    NOT NULL DEFAULT ''
) STRICT;

-- Failed log-ins by what they were aimed at (an account, an address, one at the other), so that a
-- restart does not make guessing free again.
CREATE TABLE failed_log_ins (
  aim      TEXT    NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
