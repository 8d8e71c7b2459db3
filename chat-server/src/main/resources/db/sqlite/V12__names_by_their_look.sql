-- What a name looks like at a glance: without what stands between its letters, and with two v as the w
-- they pass for. (A c and an l pass for a d, but Clara and Dara are two names.) Keys stay as they are, so that everybody still comes in by
-- the name they have; nobody new gets a name that looks like another one. NameLook does the same.
ALTER TABLE users ADD COLUMN look TEXT GENERATED ALWAYS AS (
  replace(replace(replace(replace(replace(name_key,
    '.', ''), '-', ''), '_', ''), '''', ''), 'vv', 'w')) VIRTUAL;
ALTER TABLE former_names ADD COLUMN look TEXT GENERATED ALWAYS AS (
  replace(replace(replace(replace(replace(name_key,
    '.', ''), '-', ''), '_', ''), '''', ''), 'vv', 'w')) VIRTUAL;

CREATE INDEX users_by_look ON users (look);
CREATE INDEX former_names_by_look ON former_names (look);
