-- The record, version 6: the words of quotes are found by an index.

-- The words themselves stand in quotes alone; rowid is quotes.key.
CREATE VIRTUAL TABLE quote_words USING fts5 (words, content = 'quotes', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 2");
INSERT INTO quote_words (quote_words) VALUES ('rebuild');

CREATE TRIGGER quotes_added AFTER INSERT ON quotes BEGIN
  INSERT INTO quote_words (rowid, words) VALUES (new.key, new.words);
END;

CREATE TRIGGER quotes_removed AFTER DELETE ON quotes BEGIN
  INSERT INTO quote_words (quote_words, rowid, words) VALUES ('delete', old.key, old.words);
END;
