-- What somebody says about themselves (no text and no emoji: nothing), and the version up to which
-- what they keep has come.
ALTER TABLE users ADD COLUMN says_emoji TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN says_text  TEXT NOT NULL DEFAULT '';
ALTER TABLE users ADD COLUMN says_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN kept       INTEGER NOT NULL DEFAULT 0;

-- name_key stays null for rooms that are not public: their names are nobody's business.
-- direct_key names the people of a direct room, so that there is one for the same people.
ALTER TABLE rooms ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE rooms ADD COLUMN posting     TEXT NOT NULL DEFAULT 'EVERYBODY';
ALTER TABLE rooms ADD COLUMN archived    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN direct_key  TEXT;

CREATE UNIQUE INDEX rooms_by_direct_key ON rooms (direct_key) WHERE direct_key IS NOT NULL;

-- own_unread is how many of the member's own messages lie after read_seq: none, unless the mark was
-- put back on purpose.
ALTER TABLE members ADD COLUMN rank       TEXT NOT NULL DEFAULT 'MEMBER';
ALTER TABLE members ADD COLUMN own_unread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN got_seq    INTEGER NOT NULL DEFAULT 0;

-- The message that an event is about: the root of a thread's reply, what was edited, pinned and so on.
ALTER TABLE events ADD COLUMN target INTEGER;

CREATE INDEX events_by_target ON events (room_key, target, seq) WHERE target IS NOT NULL;

-- What has become of messages; one that nothing happened to has no row. A message's body and data in
-- events are the newest ones, first_body is what it said before its first edit. pinned is the seq of
-- the pinning, or 0.
CREATE TABLE changes (
  room_key   INTEGER NOT NULL REFERENCES rooms (key),
  seq        INTEGER NOT NULL,
  last       INTEGER NOT NULL,
  edited_at  INTEGER NOT NULL,
  deleted    INTEGER NOT NULL,
  pinned     INTEGER NOT NULL,
  reactions  TEXT,
  replies    INTEGER NOT NULL,
  last_reply INTEGER NOT NULL,
  repliers   TEXT,
  first_body TEXT,
  PRIMARY KEY (room_key, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_by_pin ON changes (room_key, pinned) WHERE pinned > 0;

-- What people keep for all their devices. A row without a value was taken away; it stays, so that
-- every device hears of it.
CREATE TABLE kept (
  key      INTEGER PRIMARY KEY,
  user_key INTEGER NOT NULL REFERENCES users (key),
  name     TEXT    NOT NULL,
  value    TEXT,
  version  INTEGER NOT NULL,
  UNIQUE (user_key, name)
) STRICT;

CREATE UNIQUE INDEX kept_by_version ON kept (user_key, version);
CREATE INDEX kept_things ON kept (user_key) WHERE value IS NOT NULL;
