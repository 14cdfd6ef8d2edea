-- The record, version 2: texts apart from what lists read, lists in the order of an index, corrections of fields and of who is meant.

-- What only a report's own page reads. A list of a million events passes the documents without touching their texts.
CREATE TABLE contents (
  document INTEGER PRIMARY KEY REFERENCES documents (key),
  text TEXT,                          -- null when it was read with --no-text
  body TEXT NOT NULL,                 -- [[start, end, kind], ...]
  dropped TEXT NOT NULL               -- [[start, end, reason], ...]
);

INSERT INTO contents SELECT key, text, body, dropped FROM documents;
ALTER TABLE documents ADD COLUMN has_text INTEGER NOT NULL DEFAULT 0;
UPDATE documents SET has_text = text IS NOT NULL;
ALTER TABLE documents DROP COLUMN text;
ALTER TABLE documents DROP COLUMN body;
ALTER TABLE documents DROP COLUMN dropped;

-- Few reports are superseded; what is asked of all others asks whether it is one of these.
CREATE INDEX documents_superseded ON documents (key) WHERE current = 0;

DROP INDEX documents_by_day;
CREATE INDEX documents_by_day ON documents (coalesce(published_start, ''), key);

-- In the order in which lists show events, with what most filters ask for, so that a list reads its first page and stops.
DROP INDEX events_by_day;
CREATE INDEX events_by_day ON events (day, key, date_end, date_start, document, type, factuality, historical, quad);

-- What may reach beyond the year after its first day: a search since a day looks at these and at the year before it alone.
CREATE INDEX events_wide ON events (day, key, date_end, date_start, document) WHERE date_precision IN ('range', 'after');

CREATE INDEX quotes_by_country ON quotes (speaker_country);

-- Names as the record has them, each once, with how often; the triggers keep them.
CREATE TABLE names (
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,              -- '' for none
  uses INTEGER NOT NULL,
  PRIMARY KEY (name, kind, country)
) WITHOUT ROWID;

INSERT INTO names SELECT name, kind, coalesce(country, ''), count(*) FROM entities GROUP BY name, kind, coalesce(country, '');
CREATE INDEX names_by_name ON names (name COLLATE NOCASE);
CREATE INDEX names_by_country ON names (country);

CREATE TRIGGER entities_added AFTER INSERT ON entities BEGIN
  INSERT INTO names VALUES (new.name, new.kind, coalesce(new.country, ''), 1)
    ON CONFLICT (name, kind, country) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER entities_removed AFTER DELETE ON entities BEGIN
  UPDATE names SET uses = uses - 1 WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '');
  DELETE FROM names WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '') AND uses = 0;
END;

CREATE TRIGGER entities_renamed AFTER UPDATE OF name, kind, country ON entities BEGIN
  INSERT INTO names VALUES (new.name, new.kind, coalesce(new.country, ''), 1)
    ON CONFLICT (name, kind, country) DO UPDATE SET uses = uses + 1;
  UPDATE names SET uses = uses - 1 WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '');
  DELETE FROM names WHERE name = old.name AND kind = old.kind AND country = coalesce(old.country, '') AND uses = 0;
END;

-- What the reading said where a person's correction stands now: undoing puts it back.
CREATE TABLE originals (
  event INTEGER NOT NULL REFERENCES events (key),
  name TEXT NOT NULL,                 -- a column of events, or actor, or recipient
  value,
  PRIMARY KEY (event, name)
) WITHOUT ROWID;

ALTER TABLE entities ADD COLUMN read_as TEXT;   -- {"name", "country", "known"} as the reading has them, where a person merged or split
CREATE INDEX entities_altered ON entities (document) WHERE read_as IS NOT NULL;
