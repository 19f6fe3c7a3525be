-- A foreign key asks each table again for each row that goes, although whoever deletes conversations has emptied those tables before
-- (org.agentinbox.retention.Deletion): two thirds of the purge's time. What remains is the half that protects: nothing can be written about
-- a conversation that is not there, and whoever writes holds it as a foreign key would, so that a deletion waits and then finds what was written.
CREATE FUNCTION require_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM conversation WHERE id = NEW.conversation_id FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no conversation %', NEW.conversation_id USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['offer', 'routing_decision', 'conversation_search', 'note', 'conversation_summary', 'conversation_topic'] LOOP
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', part, part || '_conversation_id_fkey');
        EXECUTE format('CREATE TRIGGER require_conversation AFTER INSERT OR UPDATE OF conversation_id ON %I FOR EACH ROW EXECUTE FUNCTION require_conversation()', part);
    END LOOP;
END
$$;

-- Whoever appends waits behind a drop that waits: a hundredth of a second at most, and the drop tries again.
ALTER FUNCTION drop_message_partition(regclass, integer) SET lock_timeout = '10ms';
