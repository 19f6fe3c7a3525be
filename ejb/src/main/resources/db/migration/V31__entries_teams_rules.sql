-- Teams of agents, with a round robin of their own (rotation 'TEAM:<id>').
CREATE TABLE team (
    id         uuid PRIMARY KEY,
    version    integer      NOT NULL,
    name       varchar(100) NOT NULL,
    lead_id    uuid REFERENCES agent,
    changed_at timestamptz  NOT NULL
);
CREATE UNIQUE INDEX team_name ON team (lower(name));

CREATE TABLE team_member (
    team_id  uuid NOT NULL REFERENCES team ON DELETE CASCADE,
    agent_id uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    PRIMARY KEY (team_id, agent_id)
);
CREATE INDEX team_member_agent ON team_member (agent_id);

-- Entries: the ways into a chat. The key is what a page names in data-entry, and never changes. The form, the texts and the style are
-- one document: nothing searches in them.
CREATE TABLE entry (
    id               uuid PRIMARY KEY,
    version          integer      NOT NULL,
    key              varchar(50)  NOT NULL UNIQUE,
    name             varchar(100) NOT NULL,
    active           boolean      NOT NULL,
    position         integer      NOT NULL,
    routing          varchar(11)  NOT NULL CHECK (routing IN ('ROUND_ROBIN', 'AGENT', 'TEAM', 'RULES')),
    agent_id         uuid REFERENCES agent,
    team_id          uuid REFERENCES team,
    queue_minutes    integer      NOT NULL CHECK (queue_minutes BETWEEN 0 AND 120),
    booking          varchar(5)   NOT NULL CHECK (booking IN ('NONE', 'AGENT', 'TEAM', 'OWNER')),
    booking_agent_id uuid REFERENCES account,
    booking_team_id  uuid REFERENCES team,
    takes_messages   boolean      NOT NULL,
    content          jsonb        NOT NULL,
    changed_at       timestamptz  NOT NULL,
    CHECK ((routing = 'AGENT') = (agent_id IS NOT NULL)),
    CHECK ((routing = 'TEAM') = (team_id IS NOT NULL)),
    CHECK ((booking = 'AGENT') = (booking_agent_id IS NOT NULL)),
    CHECK ((booking = 'TEAM') = (booking_team_id IS NOT NULL)),
    CHECK (active OR key <> 'default')
);
-- How every chat came in before there were entries.
INSERT INTO entry (id, version, key, name, active, position, routing, queue_minutes, booking, takes_messages, content, changed_at)
VALUES ('00000000-0000-7000-8000-000000000001', 0, 'default', 'Default', true, 1, 'ROUND_ROBIN', 0, 'NONE', false, '{}', now());

-- Custom rules, tried by their position.
CREATE TABLE routing_rule (
    id         uuid PRIMARY KEY,
    version    integer      NOT NULL,
    name       varchar(100) NOT NULL,
    active     boolean      NOT NULL,
    position   integer      NOT NULL,
    matching   varchar(3)   NOT NULL CHECK (matching IN ('ALL', 'ANY')),
    conditions jsonb        NOT NULL,
    team_id    uuid REFERENCES team,
    changed_at timestamptz  NOT NULL
);
CREATE UNIQUE INDEX routing_rule_name ON routing_rule (lower(name));

-- The agents of a rule that names no team.
CREATE TABLE routing_rule_agent (
    rule_id  uuid NOT NULL REFERENCES routing_rule ON DELETE CASCADE,
    agent_id uuid NOT NULL REFERENCES agent ON DELETE CASCADE,
    PRIMARY KEY (rule_id, agent_id)
);

-- Through which entry a chat was requested, what was answered to its questions, and its place in the queue.
CREATE TABLE chat_request (
    conversation_id uuid PRIMARY KEY,
    asked_entry     varchar(100),
    entry_key       varchar(50) NOT NULL,
    answers         jsonb       NOT NULL DEFAULT '[]',
    queued_at       timestamptz,
    queue_ends_at   timestamptz,
    queue_position  integer,
    -- With whom a meeting was offered where nobody took the chat.
    fallback_agent_id uuid,
    CHECK ((queued_at IS NULL) = (queue_ends_at IS NULL) AND (queued_at IS NULL) = (queue_position IS NULL))
);
CREATE INDEX chat_request_queued ON chat_request (entry_key, queued_at) WHERE queued_at IS NOT NULL;
CREATE INDEX conversation_waiting ON conversation (id) WHERE state = 'WAITING';

-- What was decided beside the candidates; null for decisions from before there were entries.
ALTER TABLE routing_decision ADD COLUMN steps jsonb;
