-- Days off, of the whole site or of one person, in local time: minutes after midnight as in agent_block, so that whole days end at 1440 of
-- the last one.
CREATE TABLE day_off (
    id           uuid PRIMARY KEY,
    scope        varchar(10)  NOT NULL CHECK (scope IN ('SITE', 'AGENT')),
    account_id   uuid REFERENCES account ON DELETE CASCADE,
    name         varchar(100) NOT NULL,
    starts_on    date         NOT NULL,
    start_minute smallint     NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
    ends_on      date         NOT NULL,
    end_minute   smallint     NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
    -- By whose clock; NULL for the clock of each agent who is off.
    time_zone    varchar(64),
    -- Which event of a calendar file it was read from: SHA-256 of its UID and start. NULL where somebody wrote it here.
    import_key   varchar(64),
    changed_at   timestamptz  NOT NULL,
    CHECK ((scope = 'AGENT') = (account_id IS NOT NULL)),
    CHECK (starts_on < ends_on OR starts_on = ends_on AND start_minute < end_minute)
);
CREATE INDEX day_off_end ON day_off (ends_on);
CREATE INDEX day_off_account ON day_off (account_id) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX day_off_import ON day_off (import_key) WHERE scope = 'SITE';

-- Whether the last switch was made for the agent, because offers to them went unanswered (agentinbox.agent.auto-away).
ALTER TABLE agent ADD COLUMN override_automatic boolean NOT NULL DEFAULT false;
CREATE INDEX offer_answered ON offer (agent_id, answered_at DESC) WHERE state IN ('ACCEPTED', 'DECLINED', 'LAPSED');
