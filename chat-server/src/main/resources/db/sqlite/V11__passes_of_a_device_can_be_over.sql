-- A pass names the round in which it was made. Whoever changes their password begins another one, and
-- the passes of this device from before are worth nothing.
ALTER TABLE devices ADD COLUMN pass_round INTEGER NOT NULL DEFAULT 0;
