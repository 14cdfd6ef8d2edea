-- The record, version 3: who made a correction.

ALTER TABLE corrections ADD COLUMN made_by TEXT;
