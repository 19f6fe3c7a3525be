-- Availability is computed from the hours of the week and the agent's last switch; nothing here says whether they are available.
ALTER TABLE agent ADD COLUMN time_zone varchar(64) NOT NULL DEFAULT 'UTC';
ALTER TABLE agent ADD COLUMN override_available boolean;
ALTER TABLE agent ADD COLUMN override_at timestamptz;
-- False once the account takes no live chats any more; the agent stays, for the history.
ALTER TABLE agent ADD COLUMN takes_chats boolean NOT NULL DEFAULT true;
-- Until when what was last told to the agent's pages holds. A deadline due earlier is an old one.
ALTER TABLE agent ADD COLUMN told_until timestamptz;
UPDATE agent SET override_available = available, override_at = changed_at;
UPDATE agent SET takes_chats = EXISTS (SELECT FROM account p JOIN account_role r ON r.account_id = p.id
    WHERE p.id = agent.account_id AND p.active AND r.role IN ('LIVE_AGENT', 'SALES_ADMIN'));
ALTER TABLE agent DROP COLUMN available;
ALTER TABLE agent DROP COLUMN changed_at;
ALTER TABLE agent ADD CHECK ((override_available IS NULL) = (override_at IS NULL));

-- Local time on the clock on the agent's wall, in minutes after midnight; 1440 is 24:00. weekday: 1 is Monday.
CREATE TABLE agent_block (
    agent_id     uuid     NOT NULL REFERENCES agent ON DELETE CASCADE,
    weekday      smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start_minute smallint NOT NULL CHECK (start_minute >= 0),
    end_minute   smallint NOT NULL CHECK (end_minute <= 1440),
    CHECK (start_minute < end_minute),
    PRIMARY KEY (agent_id, weekday, start_minute)
);

-- An offer whose agent became unavailable goes on to the next one.
ALTER TABLE offer DROP CONSTRAINT offer_state_check;
ALTER TABLE offer ADD CHECK (state IN ('PENDING', 'ACCEPTED', 'DECLINED', 'LAPSED', 'PASSED_ON', 'ENDED'));
