-- The record, version 8: searches by rule, mode or place alone, and the search for reports that come back to an act, have an order to walk.

CREATE INDEX events_by_rule ON events (rule, day);
CREATE INDEX events_by_modes ON events (modes, day) WHERE modes <> '[]';
CREATE INDEX events_by_place ON events (place_name COLLATE NOCASE, day) WHERE place_name IS NOT NULL;
CREATE INDEX events_by_place_country ON events (place_country, day) WHERE place_country IS NOT NULL;

-- Acts of some day before, told without saying which.
CREATE INDEX events_recalled ON events (cameo, day) WHERE historical = 1 AND date_start IS NULL AND date_end IS NOT NULL;
