-- Repeatable: Flyway runs this file after all versioned migrations, and again whenever its text changes. It holds the current text of
-- what it defines; versioned migrations that define the same hold the text of their time (ADR 22).

-- A UUIDv7 of that instant: 48 bits of milliseconds, the version, 76 bits of which gen_random_uuid made 74 and its variant.
CREATE OR REPLACE FUNCTION activity_id(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7'
        || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$$;

-- What the stored conversations tell of the past: for databases that are older than this table, and for the demo data.
CREATE OR REPLACE FUNCTION record_past_activities() RETURNS void LANGUAGE sql AS $$
    INSERT INTO activity (id, visitor_id, type, at, conversation_id, detail)
        SELECT activity_id(c.requested_at), c.visitor_id, 'CONVERSATION_TRIGGERED', c.requested_at, c.id, NULL FROM conversation c
        UNION ALL
        SELECT activity_id(c.accepted_at), c.visitor_id, 'ENGAGED_WITH_AGENT', c.accepted_at, c.id, p.display_name
            FROM conversation c JOIN account p ON p.id = c.agent_id WHERE c.accepted_at IS NOT NULL
        UNION ALL
        SELECT activity_id(c.ended_at), c.visitor_id, 'LIVE_CHAT_MISSED', c.ended_at, c.id, NULL
            FROM conversation c WHERE c.state = 'MISSED'
    ON CONFLICT DO NOTHING
$$;
