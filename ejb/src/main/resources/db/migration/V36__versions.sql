-- Whoever saves a day off or a topic names the version they have read, as with teams, entries and rules. Old nodes write no version.
ALTER TABLE day_off ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE listed_topic ADD COLUMN version integer NOT NULL DEFAULT 0;
