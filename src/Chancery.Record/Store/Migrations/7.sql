-- The record, version 7: what readings add is counted by the program, once a batch, in the transaction that adds it.
-- A statement with triggers makes SQLite write out the indexes of words that wait in memory, at every row; triggers keep only what is taken away or renamed, which is rare.

DROP TRIGGER documents_added;
DROP TRIGGER pairs_added;
DROP TRIGGER quotes_added;
DROP TRIGGER names_added;
DROP TRIGGER names_ranked;
DROP TRIGGER entities_added;
DROP TRIGGER entities_removed;
DROP TRIGGER entities_renamed;

CREATE TRIGGER entities_removed AFTER DELETE ON entities BEGIN
  UPDATE names SET uses = uses - 1, rank = min(rank, uses - 1) WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '');
  DELETE FROM names WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '') AND uses = 0;
END;

CREATE TRIGGER entities_renamed AFTER UPDATE OF name, kind, country ON entities BEGIN
  INSERT INTO names (name, kind, country, uses, rank, known) VALUES (new.name, new.kind, coalesce(new.country, ''), 0, 0, new.known)
    ON CONFLICT (name, kind, country) DO NOTHING;
  INSERT INTO name_words (rowid, name)
    SELECT key, name FROM names WHERE name = new.name AND kind = new.kind AND country = coalesce(new.country, '') AND uses = 0;
  UPDATE names SET uses = uses + 1, rank = CASE WHEN uses + 1 >= rank + max(1, rank / 4) THEN uses + 1 ELSE rank END, known = coalesce(known, new.known)
    WHERE name = new.name AND kind = new.kind AND country = coalesce(new.country, '');
  UPDATE names SET uses = uses - 1, rank = min(rank, uses - 1) WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '');
  DELETE FROM names WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '') AND uses = 0;
END;

-- Many readings at a time are worth fewer merges of the index of words.
INSERT INTO texts (texts, rank) VALUES ('automerge', 8);
INSERT INTO quote_words (quote_words, rank) VALUES ('automerge', 8);
