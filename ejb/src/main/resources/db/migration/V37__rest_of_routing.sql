-- Since when the agent of a pending offer cannot be reached, as far as somebody looked; kept where the offer went on for it.
ALTER TABLE offer ADD COLUMN unreachable_since timestamptz;

-- The team for which a request was meant, as far as routing went by one; also one that is gone.
ALTER TABLE chat_request ADD COLUMN team_id uuid;

-- Days off of a team count for its members, whoever they are then. Teams are a feature above days off, so nothing refers to them here.
ALTER TABLE day_off ADD COLUMN team_id uuid;
ALTER TABLE day_off DROP CONSTRAINT day_off_scope_check;
ALTER TABLE day_off ADD CHECK (scope IN ('SITE', 'AGENT', 'TEAM'));
ALTER TABLE day_off ADD CHECK ((scope = 'TEAM') = (team_id IS NOT NULL));
CREATE INDEX day_off_team ON day_off (team_id) WHERE team_id IS NOT NULL;
CREATE UNIQUE INDEX day_off_import_team ON day_off (team_id, import_key) WHERE scope = 'TEAM';
