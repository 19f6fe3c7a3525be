-- People who sign in. A user name is compared in lower case.
CREATE TABLE account (
    id                   uuid PRIMARY KEY,
    version              integer      NOT NULL,
    user_name            varchar(100) NOT NULL UNIQUE CHECK (user_name = lower(user_name)),
    display_name         varchar(200) NOT NULL,
    email                varchar(320),
    password_hash        varchar(500) NOT NULL,
    must_change_password boolean      NOT NULL,
    active               boolean      NOT NULL,
    locale               varchar(10),
    created_at           timestamptz  NOT NULL
);

CREATE TABLE account_role (
    account_id uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    role       varchar(30) NOT NULL,
    PRIMARY KEY (account_id, role)
);

-- Apart from the account, so that lists of people never load pictures.
CREATE TABLE account_photo (
    account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    media_type varchar(50) NOT NULL,
    content    bytea       NOT NULL
);

-- One row for each signed-in browser. Only the hash of its token is kept: who reads the table cannot sign in with it.
CREATE TABLE sign_in (
    id         uuid PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    account_id uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_account ON sign_in (account_id);
CREATE INDEX sign_in_expires ON sign_in (expires_at);

-- Wrong passwords, counted for a user name and for an address, so that guessing gets slow from either side.
CREATE TABLE sign_in_failure (
    subject       varchar(200) PRIMARY KEY,
    failures      integer     NOT NULL,
    blocked_until timestamptz NOT NULL
);

-- An account that can take live chats. "number" is its place in the round robin.
CREATE TABLE agent (
    account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    number     integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    available  boolean     NOT NULL,
    changed_at timestamptz NOT NULL
);

-- An open inbox page. Whoever has not been heard of for a while is not reachable, whatever the row says.
CREATE TABLE agent_connection (
    id       uuid PRIMARY KEY,
    agent_id uuid        NOT NULL REFERENCES agent ON DELETE CASCADE,
    node     uuid        NOT NULL,
    seen_at  timestamptz NOT NULL
);
CREATE INDEX agent_connection_agent ON agent_connection (agent_id, seen_at);
CREATE INDEX agent_connection_node ON agent_connection (node);

CREATE TABLE visitor (
    id         uuid PRIMARY KEY,
    version    integer     NOT NULL,
    token_hash bytea UNIQUE,
    name       varchar(200),
    job_title  varchar(200),
    email      varchar(320),
    phone      varchar(50),
    company    varchar(200),
    crm_status varchar(100),
    page       varchar(2000),
    locale     varchar(35),
    time_zone  varchar(64),
    created_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL
);

-- id is a UUIDv7: its order is the order of time, so that lists page by it and history can be cut off by a range of it.
CREATE TABLE conversation (
    id                uuid PRIMARY KEY,
    visitor_id        uuid        NOT NULL REFERENCES visitor,
    agent_id          uuid REFERENCES agent,
    request_client_id uuid        NOT NULL,
    state             varchar(10) NOT NULL CHECK (state IN ('WAITING', 'ACTIVE', 'ENDED', 'MISSED')),
    end_reason        varchar(10) CHECK (end_reason IN ('AGENT', 'VISITOR', 'TIMEOUT')),
    requested_at      timestamptz NOT NULL,
    accepted_at       timestamptz,
    ended_at          timestamptz,
    visitor_read_seq  integer     NOT NULL DEFAULT 0,
    agent_read_seq    integer     NOT NULL DEFAULT 0,
    UNIQUE (visitor_id, request_client_id),
    CHECK ((state IN ('ENDED', 'MISSED')) = (ended_at IS NOT NULL)),
    CHECK (state <> 'ACTIVE' OR (agent_id IS NOT NULL AND accepted_at IS NOT NULL)),
    CHECK (state <> 'ENDED' OR end_reason IS NOT NULL)
-- Room on each page, so that moving a read mark rewrites the row in place and touches no index.
) WITH (fillfactor = 70);
-- A visitor has one open chat at a time, however many tabs ask for one.
CREATE UNIQUE INDEX conversation_one_open ON conversation (visitor_id) WHERE state IN ('WAITING', 'ACTIVE');
CREATE INDEX conversation_agent_open ON conversation (agent_id) WHERE state = 'ACTIVE';
CREATE INDEX conversation_past ON conversation (ended_at DESC, id DESC) WHERE state = 'ENDED';
CREATE INDEX conversation_visitor ON conversation (visitor_id, id);

-- Appended under the conversation's row lock: seq has no gap, and who sees n sees all before n. The conversation keeps no
-- count of its own: rewriting its row for each message would cost more than the message.
-- No foreign key: append_messages inserts only what it just found and locked in conversation, and history must be
-- droppable by partition.
CREATE TABLE message (
    conversation_id uuid        NOT NULL,
    seq             integer     NOT NULL CHECK (seq > 0),
    client_id       uuid,
    kind            varchar(10) NOT NULL CHECK (kind IN ('TEXT', 'SYSTEM', 'BOOKING')),
    author_kind     varchar(10) NOT NULL CHECK (author_kind IN ('VISITOR', 'AGENT', 'SYSTEM')),
    author_id       uuid,
    text            text        NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE (conversation_id, client_id)
);

CREATE TABLE offer (
    id              uuid PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES conversation ON DELETE CASCADE,
    agent_id        uuid        NOT NULL REFERENCES agent,
    state           varchar(10) NOT NULL CHECK (state IN ('PENDING', 'ACCEPTED', 'DECLINED', 'LAPSED', 'ENDED')),
    offered_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    answered_at     timestamptz
);
CREATE UNIQUE INDEX offer_one_pending ON offer (conversation_id) WHERE state = 'PENDING';
CREATE INDEX offer_pending_agent ON offer (agent_id) WHERE state = 'PENDING';
CREATE INDEX offer_conversation ON offer (conversation_id);

-- Where the round robin stands: one row for the whole cluster, locked for each decision.
CREATE TABLE rotation (
    id          varchar(50) PRIMARY KEY,
    last_number integer NOT NULL
);
INSERT INTO rotation (id, last_number) VALUES ('ROUND_ROBIN', 0);

-- Why a chat went where it went: each candidate in the order looked at.
CREATE TABLE routing_decision (
    id              uuid PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES conversation ON DELETE CASCADE,
    decided_at      timestamptz NOT NULL,
    chosen_agent_id uuid REFERENCES agent,
    candidates      jsonb       NOT NULL
);
CREATE INDEX routing_decision_conversation ON routing_decision (conversation_id);

-- What must happen later, done once by whichever node takes the row.
CREATE TABLE deadline (
    id       uuid PRIMARY KEY,
    kind     varchar(30) NOT NULL,
    subject  uuid        NOT NULL,
    due_at   timestamptz NOT NULL,
    attempts integer     NOT NULL DEFAULT 0
);
CREATE INDEX deadline_due ON deadline (due_at);

-- Appends messages, each with the next number of its conversation, in one transaction and one round trip. Conversations are
-- locked in the order given; callers sort them, so that two callers cannot wait for each other. Each statement sees what was
-- committed before it began: the number is looked up after the lock was got.
-- outcome: STORED, or KNOWN (this client id was stored before: seq and at are those of then), FOREIGN (somebody else's client
-- id), REFUSED (the conversation takes no message of this author).
CREATE FUNCTION append_messages(conversations uuid[], client_ids uuid[], author_kinds text[], author_ids uuid[], texts text[], micros bigint[])
    RETURNS TABLE (outcome text, seq integer, micros_stored bigint, visitor uuid, agent uuid)
    LANGUAGE plpgsql AS $$
DECLARE
    i integer;
    prior_kind text;
    prior_author uuid;
BEGIN
    FOR i IN 1 .. cardinality(conversations) LOOP
        SELECT c.visitor_id, c.agent_id INTO visitor, agent FROM conversation c
            WHERE c.id = conversations[i]
              AND CASE author_kinds[i] WHEN 'VISITOR' THEN c.visitor_id = author_ids[i] AND c.state IN ('WAITING', 'ACTIVE')
                                       ELSE c.agent_id = author_ids[i] AND c.state = 'ACTIVE' END
            FOR NO KEY UPDATE;
        IF FOUND THEN
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
                VALUES (conversations[i],
                        1 + COALESCE((SELECT m.seq FROM message m WHERE m.conversation_id = conversations[i] ORDER BY m.seq DESC LIMIT 1), 0),
                        client_ids[i], 'TEXT', author_kinds[i], author_ids[i], texts[i],
                        timestamptz 'epoch' + micros[i] * interval '1 microsecond')
                ON CONFLICT (conversation_id, client_id) DO NOTHING
                RETURNING message.seq INTO seq;
            IF FOUND THEN
                outcome := 'STORED';
                micros_stored := micros[i];
                RETURN NEXT;
                CONTINUE;
            END IF;
        END IF;
        SELECT m.seq, (extract(epoch FROM m.at) * 1000000)::bigint, m.author_kind, m.author_id
            INTO seq, micros_stored, prior_kind, prior_author
            FROM message m WHERE m.conversation_id = conversations[i] AND m.client_id = client_ids[i];
        outcome := CASE WHEN NOT FOUND THEN 'REFUSED'
                        WHEN prior_kind = author_kinds[i] AND prior_author = author_ids[i] THEN 'KNOWN'
                        ELSE 'FOREIGN' END;
        visitor := NULL;
        agent := NULL;
        RETURN NEXT;
    END LOOP;
END
$$;
