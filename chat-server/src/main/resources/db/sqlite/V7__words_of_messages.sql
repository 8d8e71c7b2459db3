-- Where pieces of three letters stand in what messages say: a list of candidates for a search, which
-- then looks at the messages themselves. It has the texts as SearchWords folds them, without keeping
-- them a second time. meta says how far it came; what is newer than that, a search reads itself.
CREATE VIRTUAL TABLE words USING fts5 (
  text,
  content = '',
  detail = none,
  columnsize = 0,
  tokenize = 'trigram case_sensitive 1'
);

-- What people delete is taken out, not only marked.
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
