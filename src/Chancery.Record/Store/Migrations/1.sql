-- The record, version 1. Positions are UTF-16 code units of documents.text; days are ISO 8601 text; small lists are JSON arrays.

-- What a store says of itself.
CREATE TABLE about (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row a text. The same bytes under two addresses are one document.
CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  bytes_hash TEXT NOT NULL,           -- SHA-256 of what came in
  text_hash TEXT NOT NULL,            -- SHA-256 of the text in UTF-8
  text TEXT,                          -- null when it was read with --no-text
  length INTEGER NOT NULL,
  language TEXT NOT NULL,
  title TEXT,
  title_start INTEGER,
  title_end INTEGER,
  outlet TEXT,
  via TEXT NOT NULL,
  published_start TEXT,
  published_end TEXT,
  published_precision TEXT,           -- null: nothing in the copy says when
  published_basis TEXT,
  dateline TEXT,                      -- JSON object, or null
  body TEXT NOT NULL,                 -- [[start, end, kind], ...]
  dropped TEXT NOT NULL,              -- [[start, end, reason], ...]
  likeness INTEGER NOT NULL,          -- SimHash of the body: near copies differ in few bits
  current INTEGER NOT NULL,           -- 0 when every address of it has a newer version
  knowledge TEXT NOT NULL,
  UNIQUE (id, bytes_hash)
);

CREATE INDEX documents_by_day ON documents (published_start);

-- A changed report at one address is its next version.
CREATE TABLE addresses (
  uri TEXT NOT NULL,
  version INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (key),
  given_hash TEXT NOT NULL,           -- SHA-256 of the bytes and all that a container said about them
  PRIMARY KEY (uri, version)
) WITHOUT ROWID;

CREATE INDEX addresses_by_document ON addresses (document);

-- Who or what a report means; position is the index in its reading.
CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents (key),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL,
  office TEXT,
  candidates TEXT NOT NULL,
  known TEXT,
  mentions TEXT NOT NULL,             -- [[start, end, head token, kind, rule], ...]
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE INDEX entities_by_name ON entities (name COLLATE NOCASE);

CREATE TABLE events (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (key),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT,                          -- null for a statement that PLOVER does not code
  modes TEXT NOT NULL,
  contexts TEXT NOT NULL,
  cameo TEXT NOT NULL,
  quad INTEGER,
  score REAL,
  goldstein REAL,
  about_text TEXT,
  about_entity INTEGER,
  about_start INTEGER,
  about_end INTEGER,
  quantities TEXT NOT NULL,           -- [{"value", "unit", "approximate", "start", "end"}, ...]
  agreement_status TEXT,
  agreement_fields TEXT,
  horizon_start TEXT,
  horizon_end TEXT,
  horizon_precision TEXT,
  date_start TEXT,
  date_end TEXT,
  date_precision TEXT NOT NULL,
  date_expression TEXT,
  date_basis TEXT NOT NULL,
  day TEXT NOT NULL,                  -- the first day that is known, to sort by; '' when there is none
  place_name TEXT,
  place_country TEXT,
  place_start INTEGER,
  place_end INTEGER,
  factuality TEXT NOT NULL,
  historical INTEGER NOT NULL,
  confidence REAL NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  also_evidence TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  quote TEXT,
  rule TEXT NOT NULL
);

CREATE INDEX events_by_document ON events (document, position);
CREATE INDEX events_by_id ON events (id);
CREATE INDEX events_by_day ON events (day, key);
CREATE INDEX events_by_type ON events (type, day);

-- Who takes part. The entity's country and name stand here again, so that a search for them reads one index.
CREATE TABLE sides (
  event INTEGER NOT NULL REFERENCES events (key),
  role TEXT NOT NULL,                 -- actor | recipient | except
  position INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  country TEXT,
  name TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (event, role, position)
) WITHOUT ROWID;

CREATE INDEX sides_by_country ON sides (country, role, day, event);
CREATE INDEX sides_by_name ON sides (name COLLATE NOCASE, role, day, event);

-- Country to country: an actor with each recipient, and actors that act together both ways round.
CREATE TABLE pairs (
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  day TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES events (key),
  PRIMARY KEY (source, target, day, event)
) WITHOUT ROWID;

-- On whose word, outermost first.
CREATE TABLE chains (
  event INTEGER NOT NULL REFERENCES events (key),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  entity INTEGER,
  stance TEXT,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;

CREATE TABLE quotes (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (key),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,                   -- unique over all reports, from the document and the place
  local_id TEXT NOT NULL,             -- as in the reading
  local_group TEXT NOT NULL,
  words TEXT NOT NULL,
  content_start INTEGER NOT NULL,
  content_end INTEGER NOT NULL,
  form TEXT NOT NULL,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_entity INTEGER,
  speaker_name TEXT,
  speaker_country TEXT,
  addressee_entity INTEGER,
  addressee_start INTEGER,
  addressee_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  attribution TEXT NOT NULL,          -- [{"text", "entity", "stance"}, ...]
  rule TEXT NOT NULL
);

CREATE INDEX quotes_by_document ON quotes (document, position);
CREATE INDEX quotes_by_id ON quotes (id);
CREATE INDEX quotes_by_speaker ON quotes (speaker_name COLLATE NOCASE);

CREATE TABLE dates (
  document INTEGER NOT NULL REFERENCES documents (key),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  value_start TEXT,
  value_end TEXT,
  value_precision TEXT NOT NULL,
  timex TEXT,
  kind TEXT NOT NULL,
  basis TEXT NOT NULL,
  bound TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE diagnostics (
  document INTEGER NOT NULL REFERENCES documents (key),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) WITHOUT ROWID;

-- Human corrections, kept as such; they outlive a new reading because they name records by id. A correction is undone by its number.
CREATE TABLE corrections (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,                 -- confirm | reject | edit | merge | split
  target TEXT NOT NULL,               -- id of the event or quote, or name of the entity
  field TEXT,
  value TEXT,
  note TEXT,
  made TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX corrections_by_target ON corrections (target);

-- Title and body of each report whose text is kept; rowid is documents.key. The words themselves stand in documents alone.
CREATE VIRTUAL TABLE texts USING fts5 (title, body, content = '', tokenize = "unicode61 remove_diacritics 2");
