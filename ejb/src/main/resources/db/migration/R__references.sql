-- Repeatable: Flyway runs this file after all versioned migrations, and again whenever its text changes. It holds the current text of
-- what it defines; versioned migrations that define the same hold the text of their time (ADR 22).

-- References to conversations and visitors (ADR 16 and 17). A foreign key would ask each table again for each row that goes, although
-- whoever deletes has emptied those tables before (org.agentinbox.retention.Deletion). What remains is the half that protects: nothing
-- can be written about a conversation or a visitor that is not there, and whoever writes holds its row as a foreign key would, so that a
-- deletion waits and then finds what was written.
CREATE OR REPLACE FUNCTION require_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM conversation WHERE id = NEW.conversation_id FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no conversation %', NEW.conversation_id USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;

-- The same for visitors; the reference may be null.
CREATE OR REPLACE FUNCTION require_visitor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.visitor_id IS NOT NULL THEN
        PERFORM FROM visitor WHERE id = NEW.visitor_id FOR KEY SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'there is no visitor %', NEW.visitor_id USING ERRCODE = 'foreign_key_violation';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

-- The tables that have such a reference. A trigger that is there stays as it is: to replace it would lock its table, and with it whoever
-- writes.
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['offer', 'routing_decision', 'conversation_search', 'note', 'conversation_summary',
            'conversation_topic', 'conversation_agent', 'chat_request', 'lost_agent', 'wrap_up', 'wrap_up_tag',
            'missed_request', 'chat_watch', 'supervisor_act', 'note_mention'] LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = part::regclass AND t.tgname = 'require_conversation') THEN
            EXECUTE format('CREATE TRIGGER require_conversation AFTER INSERT OR UPDATE OF conversation_id ON %I '
                || 'FOR EACH ROW EXECUTE FUNCTION require_conversation()', part);
        END IF;
    END LOOP;
    FOREACH part IN ARRAY ARRAY['conversation', 'activity', 'meeting', 'booking_failure', 'visitor_apart', 'signed_use', 'legal_hold',
            'outbox'] LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = part::regclass AND t.tgname = 'require_visitor') THEN
            EXECUTE format('CREATE TRIGGER require_visitor AFTER INSERT OR UPDATE OF visitor_id ON %I '
                || 'FOR EACH ROW EXECUTE FUNCTION require_visitor()', part);
        END IF;
    END LOOP;
END
$$;
