-- Which pages watch a chat that another agent has. A row goes with its page's connection.
CREATE TABLE chat_watch (
    connection_id   uuid        NOT NULL REFERENCES agent_connection ON DELETE CASCADE,
    conversation_id uuid        NOT NULL,
    since           timestamptz NOT NULL,
    PRIMARY KEY (connection_id, conversation_id)
);
CREATE INDEX chat_watch_conversation ON chat_watch (conversation_id);

-- What leads and sales admins did with chats of others. The client id names the act, so that the same one sent again is done once.
CREATE TABLE supervisor_act (
    conversation_id uuid        NOT NULL,
    client_id       uuid        NOT NULL,
    by_id           uuid        NOT NULL REFERENCES account,
    act             varchar(10) NOT NULL CHECK (act IN ('TAKEN', 'ASSIGNED')),
    from_agent_id   uuid REFERENCES agent,
    to_agent_id     uuid        NOT NULL REFERENCES agent,
    team_id         uuid,
    at              timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, client_id)
);

-- An offer of a chat that a lead or a sales admin gave to somebody ends.
ALTER TABLE offer DROP CONSTRAINT offer_state_check;
ALTER TABLE offer ADD CONSTRAINT offer_state_check
    CHECK (state IN ('PENDING', 'ACCEPTED', 'DECLINED', 'LAPSED', 'PASSED_ON', 'CANCELLED', 'ENDED', 'MOVED'));

-- Who ended a chat by hand, which need not be its agent. Null where nobody did, and before this was kept.
ALTER TABLE conversation ADD COLUMN ended_by uuid;
