-- Repeatable: Flyway runs this file after all versioned migrations, and again whenever its text changes. It holds the current text of
-- what it defines; versioned migrations that define the same hold the text of their time (ADR 22).

-- The purge does a portion in one call: what it finds never leaves the database, and its statements are planned once for a connection
-- (ADR 17). What goes when is decided in org.agentinbox.retention; the tables are those that its list names.

-- Conversations that ended before the cutoff, in the order of their ends, after a place among them: whether a hold keeps each, and
-- whether its messages go with a partition that is past as a whole. At most so many, and with so many messages that go one by one, the
-- first excepted.
CREATE OR REPLACE FUNCTION past_conversations(cutoff timestamptz, after_at timestamptz, after_id uuid, most integer, most_messages integer)
    RETURNS TABLE (id uuid, ended_at timestamptz, held boolean, whole boolean) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    wholes id_multirange := (SELECT range_agg(id_range(p.first_id, p.end_id)) FROM message_partition p WHERE p.end_id <= first_id(cutoff));
BEGIN
    RETURN QUERY
        WITH past AS MATERIALIZED (
            SELECT e.id, e.visitor_id, e.ended_at FROM (
                (SELECT c.id, c.visitor_id, c.ended_at FROM conversation c WHERE c.state = 'ENDED' AND c.ended_at < cutoff
                    AND (c.ended_at, c.id) > (after_at, after_id) ORDER BY c.ended_at, c.id LIMIT most)
                UNION ALL
                (SELECT c.id, c.visitor_id, c.ended_at FROM conversation c WHERE c.state = 'MISSED' AND c.ended_at < cutoff
                    AND (c.ended_at, c.id) > (after_at, after_id) ORDER BY c.ended_at, c.id LIMIT most)) e
            ORDER BY e.ended_at, e.id LIMIT most),
        looked AS (
            SELECT p.id, p.ended_at, EXISTS (SELECT FROM legal_hold h WHERE h.visitor_id = p.visitor_id AND h.lifted_at IS NULL) AS held,
                COALESCE(p.id <@ wholes, false) AS whole FROM past p),
        sized AS (
            SELECT l.*, CASE WHEN l.held OR l.whole THEN 0
                ELSE COALESCE((SELECT m.seq FROM message m WHERE m.conversation_id = l.id ORDER BY m.seq DESC LIMIT 1), 0) END AS messages
                FROM looked l)
        SELECT t.id, t.ended_at, t.held, t.whole
            FROM (SELECT s.*, sum(s.messages) OVER (ORDER BY s.ended_at, s.id) - s.messages AS before FROM sized s) t
            WHERE t.before < most_messages ORDER BY t.ended_at, t.id;
END
$$;

-- Removes what the tables hold of conversations that are gone, in the same transaction; of some of them also the messages, those of the
-- others go with their partition. Whoever wrote about a conversation did so before it went, and is found here, or finds it gone. Gives
-- how many rows went from where. A deadline that is being answered now is left: it finds nothing and ends by itself, and waiting for it
-- could be for ever.
CREATE OR REPLACE FUNCTION delete_about_conversations(gone uuid[], with_messages uuid[], tables text[])
    RETURNS TABLE (kind text, removed bigint) LANGUAGE plpgsql AS $$
BEGIN
    kind := 'conversation';
    removed := cardinality(gone);
    RETURN NEXT;
    kind := 'message';
    removed := 0;
    IF cardinality(with_messages) > 0 THEN
        DELETE FROM message m WHERE m.conversation_id = ANY (with_messages);
        GET DIAGNOSTICS removed = ROW_COUNT;
    END IF;
    RETURN NEXT;
    FOREACH kind IN ARRAY tables LOOP
        EXECUTE format('DELETE FROM %I WHERE conversation_id = ANY ($1)', kind) USING gone;
        GET DIAGNOSTICS removed = ROW_COUNT;
        RETURN NEXT;
    END LOOP;
    DELETE FROM deadline d WHERE d.id IN (SELECT s.id FROM deadline s WHERE s.subject = ANY (gone) FOR UPDATE SKIP LOCKED);
END
$$;

-- Removes conversations with all that the tables hold of them, and with their messages.
CREATE OR REPLACE FUNCTION delete_conversations(ids uuid[], tables text[]) RETURNS TABLE (kind text, removed bigint) LANGUAGE plpgsql AS $$
DECLARE
    gone uuid[];
BEGIN
    WITH deleted AS (DELETE FROM conversation c WHERE c.id = ANY (ids) RETURNING c.id)
        SELECT COALESCE(array_agg(d.id), '{}') INTO gone FROM deleted d;
    RETURN QUERY SELECT a.kind, a.removed FROM delete_about_conversations(gone, gone, tables) a;
END
$$;

-- The same for visitors of whom nothing else is left.
CREATE OR REPLACE FUNCTION delete_visitors(gone uuid[], tables text[]) RETURNS TABLE (kind text, removed bigint) LANGUAGE plpgsql AS $$
BEGIN
    FOREACH kind IN ARRAY tables LOOP
        EXECUTE format('DELETE FROM %I WHERE visitor_id = ANY ($1)', kind) USING gone;
        GET DIAGNOSTICS removed = ROW_COUNT;
        RETURN NEXT;
    END LOOP;
    DELETE FROM visitor v WHERE v.id = ANY (gone);
    kind := 'visitor';
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN NEXT;
    DELETE FROM deadline d WHERE d.id IN (SELECT s.id FROM deadline s WHERE s.subject = ANY (gone) FOR UPDATE SKIP LOCKED);
END
$$;

-- A portion of past conversations: removes those that are still there and not held. Each row also tells where to go on; no row means
-- that there were none.
CREATE OR REPLACE FUNCTION purge_conversations(cutoff timestamptz, after_at timestamptz, after_id uuid, most integer, most_messages integer,
        tables text[])
    RETURNS TABLE (kind text, removed bigint, last_at timestamptz, last_id uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    past uuid[];
    one_by_one uuid[];
    gone uuid[];
BEGIN
    SELECT array_agg(p.id) FILTER (WHERE NOT p.held), array_agg(p.id) FILTER (WHERE NOT p.held AND NOT p.whole), max(p.ended_at),
            (array_agg(p.id ORDER BY p.ended_at DESC, p.id DESC))[1]
        INTO past, one_by_one, last_at, last_id
        FROM past_conversations(cutoff, after_at, after_id, most, most_messages) p;
    IF last_id IS NULL THEN
        RETURN;
    END IF;
    WITH deleted AS (DELETE FROM conversation c WHERE c.id = ANY (past) AND c.ended_at < cutoff
            AND NOT EXISTS (SELECT FROM legal_hold h WHERE h.visitor_id = c.visitor_id AND h.lifted_at IS NULL) RETURNING c.id)
        SELECT COALESCE(array_agg(d.id), '{}') INTO gone FROM deleted d;
    one_by_one := ARRAY(SELECT u FROM unnest(one_by_one) u INTERSECT SELECT u FROM unnest(gone) u);
    RETURN QUERY SELECT a.kind, a.removed, last_at, last_id FROM delete_about_conversations(gone, one_by_one, tables) a;
END
$$;
