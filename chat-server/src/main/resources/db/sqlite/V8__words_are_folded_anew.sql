-- The capital sharp s folds like the small one now, and what is taken out of the index must be named
-- as it was put in: it begins anew, in pauses.
INSERT INTO words (words) VALUES ('delete-all');

DELETE FROM meta WHERE name = 'words/1';
