-- Repeatable: Flyway runs this file after all versioned migrations, and again whenever its text changes. It holds the current text of
-- what it defines; versioned migrations that define the same hold the text of their time (ADR 22).

-- The audit trail only grows at its end and is cut at its beginning. Nobody changes an entry, and entries go only by purge_audit, and none
-- that is younger than 30 days, whatever the cutoff says: whoever can use the application's connection can hide nothing recent without
-- removing these triggers (SECURITY.md).
CREATE OR REPLACE FUNCTION keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.at < LEAST(NULLIF(current_setting('agentinbox.audit_cutoff', true), '')::timestamptz, now() - interval '30 days')
                AND NULLIF(current_setting('agentinbox.audit_cutoff', true), '') IS NOT NULL THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit trail is never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE OR REPLACE TRIGGER keep_audit_entry BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();
CREATE OR REPLACE TRIGGER keep_audit_entries BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entry();

-- Removes entries from before the cutoff, the oldest first, at most so many; returns how many went.
CREATE OR REPLACE FUNCTION purge_audit(cutoff timestamptz, most integer) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    removed bigint;
BEGIN
    PERFORM set_config('agentinbox.audit_cutoff', cutoff::text, true);
    DELETE FROM audit_entry e WHERE e.id IN (SELECT a.id FROM audit_entry a
        WHERE a.at < LEAST(cutoff, now() - interval '30 days') ORDER BY a.at, a.id LIMIT most);
    GET DIAGNOSTICS removed = ROW_COUNT;
    PERFORM set_config('agentinbox.audit_cutoff', '', true);
    RETURN removed;
END
$$;
