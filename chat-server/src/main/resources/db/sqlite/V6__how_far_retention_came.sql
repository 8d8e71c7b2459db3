-- Up to which seq the messages of a room are gone because of their age: 0 for none. Clients are told,
-- so that they forget them too.
ALTER TABLE rooms ADD COLUMN expired_seq INTEGER NOT NULL DEFAULT 0;

UPDATE rooms SET expired_seq = coalesce(
  (SELECT max(e.seq) FROM events e
   WHERE e.room_key = rooms.key
   AND e.key <= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'expired')), 0);
