-- The record, version 4: agreements are few among events and are listed by themselves.

CREATE INDEX events_agreements ON events (day, key) WHERE agreement_status IS NOT NULL;
