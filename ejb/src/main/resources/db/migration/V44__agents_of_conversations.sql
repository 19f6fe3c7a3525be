-- Which agents had a chat, one after the other, and since when: each until the next one or the end of the chat. Reports count by it what
-- each agent did, whoever has the chat now.
CREATE TABLE conversation_agent (
    conversation_id uuid        NOT NULL,
    place           integer     NOT NULL CHECK (place > 0),
    agent_id        uuid        NOT NULL REFERENCES agent,
    since           timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, place)
);
INSERT INTO conversation_agent (conversation_id, place, agent_id, since)
    SELECT o.conversation_id, row_number() OVER (PARTITION BY o.conversation_id ORDER BY o.answered_at, o.id), o.agent_id, o.answered_at
        FROM offer o JOIN conversation c ON c.id = o.conversation_id WHERE o.state = 'ACCEPTED' AND o.answered_at IS NOT NULL;
-- Where no offer is kept: demo data.
INSERT INTO conversation_agent (conversation_id, place, agent_id, since)
    SELECT c.id, 1, c.agent_id, c.accepted_at FROM conversation c WHERE c.accepted_at IS NOT NULL AND c.agent_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM conversation_agent a WHERE a.conversation_id = c.id);

-- Figures that were kept before count the whole of a chat, and its first response, for the agent who had it at the end.
COMMENT ON COLUMN daily_figure.missed IS 'all: chats that nobody took; agent: offers to them that lapsed';
COMMENT ON COLUMN daily_figure.accept_total IS
    'all: from the request until an agent had it; agent: from the offer until they accepted, transfers among them';
COMMENT ON COLUMN daily_figure.response_total IS
    'from the request until the first text of an agent; agent: of the chats whose first text is theirs';
COMMENT ON COLUMN daily_figure.length_total IS
    'all: from when an agent had it until the end; agent: how long they had chats that are over, each chat once';
