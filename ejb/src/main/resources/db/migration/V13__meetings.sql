-- To exclude meetings of the same agent (=) whose times overlap (&&) in one index. Comes with PostgreSQL, and a database's owner may add it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- What a message shows beside its text, as its feature wrote it (JSON); null for plain messages.
ALTER TABLE message ADD COLUMN card text;

-- An agent who can be met. The time zone of one who takes live chats is that of their live-chat hours; here is that of all others.
CREATE TABLE agent_calendar (
    account_id     uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    time_zone      varchar(64)   NOT NULL,
    length_minutes integer       NOT NULL CHECK (length_minutes BETWEEN 5 AND 480),
    buffer_minutes integer       NOT NULL CHECK (buffer_minutes BETWEEN 0 AND 240),
    notice_minutes integer       NOT NULL CHECK (notice_minutes BETWEEN 0 AND 20160),
    horizon_days   integer       NOT NULL CHECK (horizon_days BETWEEN 1 AND 365),
    invitation     varchar(2000),
    video_link     varchar(1000),
    fallback       varchar(2000)
);

-- When meetings take place, apart from the hours of live chats; as agent_block.
CREATE TABLE agent_calendar_block (
    account_id   uuid     NOT NULL REFERENCES agent_calendar ON DELETE CASCADE,
    weekday      smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start_minute smallint NOT NULL CHECK (start_minute >= 0),
    end_minute   smallint NOT NULL CHECK (end_minute <= 1440),
    CHECK (start_minute < end_minute),
    PRIMARY KEY (account_id, weekday, start_minute)
);

-- Whose calendars a visitor was shown in a conversation: the right to book there. No foreign key: history must be droppable by partition.
CREATE TABLE calendar_share (
    conversation_id uuid        NOT NULL,
    agent_id        uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    shared_at       timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, agent_id)
);

-- free_at is the end with the buffer of the day of booking: what an agent changes later moves no meeting that is booked.
CREATE TABLE meeting (
    id              uuid PRIMARY KEY,
    version         integer      NOT NULL,
    agent_id        uuid         NOT NULL REFERENCES agent_calendar ON DELETE CASCADE,
    visitor_id      uuid REFERENCES visitor ON DELETE SET NULL,
    conversation_id uuid         NOT NULL,
    client_id       uuid         NOT NULL,
    state           varchar(10)  NOT NULL CHECK (state IN ('BOOKED', 'CANCELLED')),
    sequence        integer      NOT NULL CHECK (sequence >= 0),
    starts_at       timestamptz  NOT NULL,
    ends_at         timestamptz  NOT NULL,
    free_at         timestamptz  NOT NULL,
    name            varchar(200),
    email           varchar(320) NOT NULL,
    company         varchar(200),
    locale          varchar(35),
    time_zone       varchar(64),
    created_at      timestamptz  NOT NULL,
    changed_at      timestamptz  NOT NULL,
    CHECK (starts_at < ends_at AND ends_at <= free_at),
    UNIQUE (conversation_id, client_id),
    -- A slot is sold once, whoever races for it.
    CONSTRAINT meeting_sold_once EXCLUDE USING gist (agent_id WITH =, tstzrange(starts_at, free_at) WITH &&) WHERE (state = 'BOOKED')
);
CREATE INDEX meeting_agent ON meeting (agent_id, starts_at);
CREATE INDEX meeting_starts ON meeting (starts_at, id);
CREATE INDEX meeting_visitor ON meeting (visitor_id, starts_at);

-- Who has the link of a mail may cancel and move that meeting. Only the hash of its token is kept.
CREATE TABLE meeting_link (
    token_hash bytea PRIMARY KEY,
    meeting_id uuid        NOT NULL REFERENCES meeting ON DELETE CASCADE,
    created_at timestamptz NOT NULL
);
CREATE INDEX meeting_link_meeting ON meeting_link (meeting_id);

-- A visitor wanted a slot and did not get it. Told by mail, unless they get another one within minutes.
CREATE TABLE booking_failure (
    id              uuid PRIMARY KEY,
    conversation_id uuid        NOT NULL,
    agent_id        uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    visitor_id      uuid        NOT NULL REFERENCES visitor ON DELETE CASCADE,
    starts_at       timestamptz NOT NULL,
    failed_at       timestamptz NOT NULL,
    UNIQUE (conversation_id, agent_id)
);
