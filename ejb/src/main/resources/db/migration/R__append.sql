-- Repeatable: Flyway runs this file after all versioned migrations, and again whenever its text changes. It holds the current text of
-- what it defines; versioned migrations that define the same hold the text of their time (ADR 22).

-- Who may write into a conversation: its visitor while it waits or goes on, its agent while it goes on, the product while it is not
-- over. The only place in SQL; org.agentinbox.conversation.Conversation.mayWrite says the same in Java, WritingRuleIT holds both to one
-- table. A single expression, so that PostgreSQL puts it into the statements that use it: no message pays for a call (WritingRuleIT
-- looks at the plan).
CREATE OR REPLACE FUNCTION may_write(c conversation, author_kind text, author uuid) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE author_kind
        WHEN 'VISITOR' THEN c.visitor_id = author AND c.state IN ('WAITING', 'ACTIVE')
        WHEN 'AGENT' THEN c.agent_id = author AND c.state = 'ACTIVE'
        WHEN 'SYSTEM' THEN c.state IN ('WAITING', 'ACTIVE') END;

-- Appends messages, each with the next number of its conversation, in one transaction and one round trip. Conversations are locked in
-- the order given; callers sort them, so that two callers cannot wait for each other. Each statement sees what was committed before it
-- began: the number is looked up after the lock was got. outcome: STORED; KNOWN (this client id was stored before: seq and micros_stored
-- are those of then); FOREIGN (somebody else's client id); REFUSED (the conversation takes no message of this author).
CREATE OR REPLACE FUNCTION append_messages(conversations uuid[], client_ids uuid[], author_kinds text[], author_ids uuid[], texts text[],
        micros bigint[])
    RETURNS TABLE (outcome text, seq integer, micros_stored bigint, visitor uuid, agent uuid)
    LANGUAGE plpgsql AS $$
DECLARE
    i integer;
    prior_kind text;
    prior_author uuid;
BEGIN
    FOR i IN 1 .. cardinality(conversations) LOOP
        SELECT c.visitor_id, c.agent_id INTO visitor, agent FROM conversation c
            WHERE c.id = conversations[i] AND may_write(c, author_kinds[i], author_ids[i])
            FOR NO KEY UPDATE;
        IF FOUND THEN
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
                VALUES (conversations[i],
                        1 + COALESCE((SELECT m.seq FROM message m WHERE m.conversation_id = conversations[i]
                            ORDER BY m.seq DESC LIMIT 1), 0),
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
