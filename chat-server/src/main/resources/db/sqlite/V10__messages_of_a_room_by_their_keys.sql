-- Whoever searches is led through their own rooms only, by keys: how far one page reads through, and
-- how long that takes, must not tell how much is written in the others.
CREATE INDEX messages_by_room ON events (room_key) WHERE type = 'message';
