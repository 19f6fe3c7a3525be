-- What must be told to machines elsewhere (mails, pushes): stored by the transaction that has something to tell, sent after it by
-- whichever node takes the row. Taking one puts due_at off by a lease, so that what a dead node took comes up again.
CREATE TABLE outbox (
    id         uuid PRIMARY KEY,
    kind       varchar(30) NOT NULL,
    payload    text        NOT NULL,
    due_at     timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0
);
CREATE INDEX outbox_due ON outbox (kind, due_at);

-- What an agent missed is their lapsed offers; up to where they have looked through them.
CREATE TABLE missed_seen (
    agent_id uuid PRIMARY KEY REFERENCES agent ON DELETE CASCADE,
    seen_at  timestamptz NOT NULL
);
CREATE INDEX offer_lapsed ON offer (agent_id, answered_at DESC) WHERE state = 'LAPSED';
