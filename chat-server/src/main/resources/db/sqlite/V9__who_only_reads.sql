-- Kept apart from the rank of a member, since it outlives their leaving.
ALTER TABLE restraints ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
