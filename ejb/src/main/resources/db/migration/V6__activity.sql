-- What visitors did, for agents to look through. Further features add their own types.
-- No foreign key to conversation: history must be droppable by partition, and a reader looks up whether the transcript is still there.
CREATE TABLE activity (
    id              uuid PRIMARY KEY,
    visitor_id      uuid        NOT NULL REFERENCES visitor ON DELETE CASCADE,
    type            varchar(30) NOT NULL CHECK (type IN ('CONVERSATION_TRIGGERED', 'ENGAGED_WITH_DIALOGUE', 'ENGAGED_WITH_AGENT',
        'INTERACTED_WITH_DOCUMENT', 'REACHED_GOAL', 'SCHEDULED_MEETING', 'LIVE_CHAT_MISSED')),
    at              timestamptz NOT NULL,
    conversation_id uuid,
    detail          varchar(500)
);
-- Pages of one visitor, newest first, each continuing after the last row of the one before.
CREATE INDEX activity_visitor ON activity (visitor_id, at DESC, id DESC);
-- What happens once in a conversation is recorded once, whoever tells of it again.
CREATE UNIQUE INDEX activity_once ON activity (conversation_id, type)
    WHERE type IN ('CONVERSATION_TRIGGERED', 'ENGAGED_WITH_AGENT', 'LIVE_CHAT_MISSED');

-- A UUIDv7 of that instant: 48 bits of milliseconds, the version, 76 bits of which gen_random_uuid made 74 and its variant.
CREATE FUNCTION activity_id(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7'
        || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$$;

-- What the stored conversations tell of the past: for databases that are older than this table, and for the demo data.
CREATE FUNCTION record_past_activities() RETURNS void LANGUAGE sql AS $$
    INSERT INTO activity (id, visitor_id, type, at, conversation_id, detail)
        SELECT activity_id(c.requested_at), c.visitor_id, 'CONVERSATION_TRIGGERED', c.requested_at, c.id, NULL FROM conversation c
        UNION ALL
        SELECT activity_id(c.accepted_at), c.visitor_id, 'ENGAGED_WITH_AGENT', c.accepted_at, c.id, p.display_name
            FROM conversation c JOIN account p ON p.id = c.agent_id WHERE c.accepted_at IS NOT NULL
        UNION ALL
        SELECT activity_id(c.ended_at), c.visitor_id, 'LIVE_CHAT_MISSED', c.ended_at, c.id, NULL FROM conversation c WHERE c.state = 'MISSED'
    ON CONFLICT DO NOTHING
$$;
SELECT record_past_activities();
