-- The record, version 5: what lists and counts ask for stands where they look, so that a page of a large record costs a page.

-- What each report gave, and what all of them gave together; the triggers keep the sums.
ALTER TABLE documents ADD COLUMN event_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN quote_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN remark_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN dropped_count INTEGER NOT NULL DEFAULT 0;
UPDATE documents SET
  event_count = (SELECT count(*) FROM events WHERE document = documents.key),
  quote_count = (SELECT count(*) FROM quotes WHERE document = documents.key),
  remark_count = (SELECT count(*) FROM diagnostics WHERE document = documents.key),
  dropped_count = (SELECT json_array_length(dropped) FROM contents WHERE document = documents.key);

CREATE TABLE totals (
  reports INTEGER NOT NULL,           -- newest versions alone
  events INTEGER NOT NULL,
  quotes INTEGER NOT NULL
);

INSERT INTO totals
SELECT coalesce(sum(current), 0), coalesce(sum(event_count), 0), coalesce(sum(quote_count), 0) FROM documents;

CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
  UPDATE totals SET reports = reports + new.current, events = events + new.event_count, quotes = quotes + new.quote_count;
END;

CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
  UPDATE totals SET reports = reports - old.current, events = events - old.event_count, quotes = quotes - old.quote_count;
END;

CREATE TRIGGER documents_superseding AFTER UPDATE OF current ON documents WHEN old.current <> new.current BEGIN
  UPDATE totals SET reports = reports + new.current - old.current;
END;

CREATE INDEX documents_by_outlet ON documents (outlet COLLATE NOCASE, coalesce(published_start, ''), key);

-- Reports that are dated to more than a day: a search since a day looks for those that begin before it here alone.
CREATE INDEX documents_long ON documents (coalesce(published_start, ''), key, published_end) WHERE published_end > coalesce(published_start, '');

-- Country to country with what lists of two countries and their sums ask of an event, so that both read this table alone.
CREATE TABLE dealings (
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  day TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES events (key),
  last TEXT,                          -- the last day that is known
  month TEXT NOT NULL,                -- as 2019-05; '' for what is not dated to one month
  type TEXT,
  cameo TEXT NOT NULL,
  factuality TEXT NOT NULL,
  historical INTEGER NOT NULL,
  denied INTEGER NOT NULL,            -- told as not so, or somebody of the chain denies it
  agreement TEXT,                     -- its status, or null for what is no agreement
  score REAL,
  goldstein REAL,
  PRIMARY KEY (source, target, day, event)
) WITHOUT ROWID;

INSERT INTO dealings
SELECT p.source, p.target, p.day, p.event, e.date_end,
  CASE WHEN substr(e.date_start, 1, 7) = substr(e.date_end, 1, 7) THEN substr(e.date_start, 1, 7) ELSE '' END,
  e.type, e.cameo, e.factuality, e.historical,
  e.factuality = 'negated' OR EXISTS (SELECT 1 FROM chains c WHERE c.event = e.key AND c.stance = 'denies'),
  e.agreement_status, e.score, e.goldstein
FROM pairs p JOIN events e ON e.key = p.event
ORDER BY p.source, p.target, p.day, p.event;

DROP TABLE pairs;
ALTER TABLE dealings RENAME TO pairs;

-- Which two countries deal with each other how often, whoever acts.
CREATE TABLE pair_counts (
  one TEXT NOT NULL,                  -- the first by the alphabet
  other TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

INSERT INTO pair_counts
SELECT min(source, target), max(source, target), count(DISTINCT event) FROM pairs WHERE source <> target GROUP BY 1, 2;

-- An act of two together stands both ways round and is one.
CREATE TRIGGER pairs_added AFTER INSERT ON pairs
WHEN new.source <> new.target AND NOT EXISTS (
  SELECT 1 FROM pairs WHERE source = new.target AND target = new.source AND day = new.day AND event = new.event)
BEGIN
  INSERT INTO pair_counts VALUES (min(new.source, new.target), max(new.source, new.target), 1)
    ON CONFLICT (one, other) DO UPDATE SET events = events + 1;
END;

CREATE TRIGGER pairs_removed AFTER DELETE ON pairs
WHEN old.source <> old.target AND NOT EXISTS (
  SELECT 1 FROM pairs WHERE source = old.target AND target = old.source AND day = old.day AND event = old.event)
BEGIN
  UPDATE pair_counts SET events = events - 1 WHERE one = min(old.source, old.target) AND other = max(old.source, old.target);
  DELETE FROM pair_counts WHERE one = min(old.source, old.target) AND other = max(old.source, old.target) AND events = 0;
END;

-- What lasts beyond its first day, and what lasts beyond its first year: a search since a day looks for those that begin before it here alone.
CREATE INDEX events_long ON events (day, key, date_end, date_start, document, type, factuality, historical) WHERE date_end > date_start;
DROP INDEX events_wide;
CREATE INDEX events_wide ON events (day, key, date_end, date_start, document)
  WHERE date_precision IN ('range', 'after') AND (date_end IS NULL OR substr(date_end, 1, 4) > substr(date_start, 1, 4));

-- Who is recognised is what such an act is about rather than its recipient.
CREATE INDEX events_recognitions ON events (day, key, document, about_entity) WHERE cameo = '054';

-- Quotes by the day of their report, so that those of a speaker come in the order of the list.
ALTER TABLE quotes ADD COLUMN day TEXT NOT NULL DEFAULT '';
UPDATE quotes SET day = coalesce((SELECT published_start FROM documents WHERE key = quotes.document), '');
DROP INDEX quotes_by_speaker;
DROP INDEX quotes_by_country;
CREATE INDEX quotes_by_speaker ON quotes (speaker_name COLLATE NOCASE, day, document, position);
CREATE INDEX quotes_by_country ON quotes (speaker_country, day, document, position);

-- Names with a place among the others that follows their use: exactly while it is rare, then by quarters, so that few uses move it.
CREATE TABLE ranked_names (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,              -- '' for none
  uses INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  known TEXT,                         -- the key in the knowledge, when a report's reading gave one
  UNIQUE (name, kind, country)
);

INSERT INTO ranked_names (name, kind, country, uses, rank, known)
SELECT name, kind, coalesce(country, ''), count(*), count(*), max(known) FROM entities GROUP BY name, kind, coalesce(country, '');

DROP TRIGGER entities_added;
DROP TRIGGER entities_removed;
DROP TRIGGER entities_renamed;
DROP TABLE names;
ALTER TABLE ranked_names RENAME TO names;

CREATE INDEX names_by_name ON names (name COLLATE NOCASE);
CREATE INDEX names_by_rank ON names (rank DESC, name);
CREATE INDEX names_by_country ON names (country, rank DESC, name);

-- The words of names; rowid is names.key.
CREATE VIRTUAL TABLE name_words USING fts5 (name, content = '', tokenize = "unicode61 remove_diacritics 0");
INSERT INTO name_words (rowid, name) SELECT key, name FROM names;

CREATE TRIGGER names_added AFTER INSERT ON names BEGIN
  INSERT INTO name_words (rowid, name) VALUES (new.key, new.name);
END;

CREATE TRIGGER names_removed AFTER DELETE ON names BEGIN
  INSERT INTO name_words (name_words, rowid, name) VALUES ('delete', old.key, old.name);
END;

CREATE TRIGGER names_ranked AFTER UPDATE OF uses ON names
WHEN new.uses < new.rank OR new.uses >= new.rank + max(1, new.rank / 4)
BEGIN
  UPDATE names SET rank = new.uses WHERE key = new.key;
END;

CREATE TRIGGER entities_added AFTER INSERT ON entities BEGIN
  INSERT INTO names (name, kind, country, uses, rank, known) VALUES (new.name, new.kind, coalesce(new.country, ''), 1, 1, new.known)
    ON CONFLICT (name, kind, country) DO UPDATE SET uses = uses + 1, known = coalesce(known, excluded.known);
END;

CREATE TRIGGER entities_removed AFTER DELETE ON entities BEGIN
  UPDATE names SET uses = uses - 1 WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '');
  DELETE FROM names WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '') AND uses = 0;
END;

CREATE TRIGGER entities_renamed AFTER UPDATE OF name, kind, country ON entities BEGIN
  INSERT INTO names (name, kind, country, uses, rank, known) VALUES (new.name, new.kind, coalesce(new.country, ''), 1, 1, new.known)
    ON CONFLICT (name, kind, country) DO UPDATE SET uses = uses + 1, known = coalesce(known, excluded.known);
  UPDATE names SET uses = uses - 1 WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '');
  DELETE FROM names WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '') AND uses = 0;
END;
