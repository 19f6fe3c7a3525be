-- Chats under way whose agent has no page open, and since when. Kept here, so that another node goes on counting where one stopped.
CREATE TABLE lost_agent (
    conversation_id uuid PRIMARY KEY,
    agent_id        uuid        NOT NULL REFERENCES agent,
    since           timestamptz NOT NULL
);

-- After a while such a chat is offered to others on behalf of the agent who lost the connection.
ALTER TABLE offer DROP CONSTRAINT offer_kind_check;
ALTER TABLE offer ADD CONSTRAINT offer_kind_check CHECK (kind IN ('REQUEST', 'TRANSFER', 'LOST'));
ALTER TABLE offer DROP CONSTRAINT offer_check;
ALTER TABLE offer ADD CONSTRAINT offer_check CHECK ((kind <> 'REQUEST') = (from_agent_id IS NOT NULL AND client_id IS NOT NULL));
