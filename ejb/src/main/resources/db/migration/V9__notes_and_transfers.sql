-- What agents write for each other in a conversation. Apart from its messages, so that nothing that reads messages can give one to
-- the visitor. "number" counts the notes of a conversation from 1 without a gap, given under the conversation's lock; "after_seq" is
-- the last message that was there then: a note has its place in the log whatever the clocks say.
CREATE TABLE note (
    id              uuid PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES conversation ON DELETE CASCADE,
    number          integer     NOT NULL CHECK (number > 0),
    client_id       uuid        NOT NULL,
    author_id       uuid        NOT NULL REFERENCES account,
    after_seq       integer     NOT NULL CHECK (after_seq >= 0),
    text            text        NOT NULL,
    at              timestamptz NOT NULL,
    UNIQUE (conversation_id, number),
    UNIQUE (conversation_id, client_id)
);

-- A chat under way can be offered too, by the agent who has it; until somebody accepts, it stays theirs. client_id names the act,
-- and the note that goes with it.
ALTER TABLE offer ADD COLUMN kind varchar(10) NOT NULL DEFAULT 'REQUEST' CHECK (kind IN ('REQUEST', 'TRANSFER'));
ALTER TABLE offer ADD COLUMN from_agent_id uuid REFERENCES agent;
ALTER TABLE offer ADD COLUMN client_id uuid;
ALTER TABLE offer ADD CHECK ((kind = 'TRANSFER') = (from_agent_id IS NOT NULL AND client_id IS NOT NULL));
CREATE UNIQUE INDEX offer_transfer_act ON offer (conversation_id, client_id) WHERE kind = 'TRANSFER';
CREATE INDEX offer_transfer_pending ON offer (from_agent_id) WHERE state = 'PENDING' AND kind = 'TRANSFER';
ALTER TABLE offer DROP CONSTRAINT offer_state_check;
ALTER TABLE offer ADD CONSTRAINT offer_state_check
    CHECK (state IN ('PENDING', 'ACCEPTED', 'DECLINED', 'LAPSED', 'PASSED_ON', 'CANCELLED', 'ENDED'));
-- Who chose, where it was a person and not the routing.
ALTER TABLE routing_decision ADD COLUMN transferred_by uuid REFERENCES agent;

-- A visitor engages with each agent who takes the chat.
DROP INDEX activity_once;
CREATE UNIQUE INDEX activity_once ON activity (conversation_id, type, (COALESCE(detail, '')))
    WHERE type IN ('CONVERSATION_TRIGGERED', 'ENGAGED_WITH_AGENT', 'LIVE_CHAT_MISSED');
