-- The calendar that an agent keeps on a CalDAV server. id is that of this connection: who connects again gets another one, and work for the
-- old one finds nothing. The password is sealed (SecretBox) with a key that is not in the database.
CREATE TABLE calendar_connection (
    account_id     uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    id             uuid          NOT NULL UNIQUE,
    address        varchar(1000) NOT NULL,
    user_name      varchar(200)  NOT NULL,
    password       bytea         NOT NULL,
    calendar_url   varchar(1000),
    calendar_name  varchar(200),
    sync_token     varchar(1000),
    looked_until   timestamptz,
    synced_at      timestamptz,
    problem        varchar(20),
    problem_detail varchar(200),
    problem_at     timestamptz,
    failures       integer       NOT NULL,
    notice         varchar(1000)
);

-- The calendars among which to choose.
CREATE TABLE calendar_found (
    account_id uuid          NOT NULL REFERENCES calendar_connection ON DELETE CASCADE,
    url        varchar(1000) NOT NULL,
    name       varchar(200)  NOT NULL,
    PRIMARY KEY (account_id, url)
);

-- When agents are busy there, as last known, ours left out; overlapping spans are one row.
CREATE TABLE calendar_busy (
    account_id uuid        NOT NULL REFERENCES calendar_connection ON DELETE CASCADE,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    CHECK (starts_at < ends_at),
    PRIMARY KEY (account_id, starts_at)
);

-- What we wrote there: etag and sequence of what was there when we last wrote or followed. missing: it was not there at the last look.
CREATE TABLE calendar_event (
    meeting_id uuid PRIMARY KEY REFERENCES meeting ON DELETE CASCADE,
    account_id uuid          NOT NULL REFERENCES calendar_connection ON DELETE CASCADE,
    href       varchar(1000) NOT NULL,
    etag       varchar(300),
    sequence   integer       NOT NULL,
    missing    boolean       NOT NULL
);
CREATE INDEX calendar_event_account ON calendar_event (account_id);
