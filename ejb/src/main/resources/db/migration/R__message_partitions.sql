-- Repeatable: Flyway runs this file after all versioned migrations, and again whenever its text changes. It holds the current text of
-- what it defines; versioned migrations that define the same hold the text of their time (ADR 22).

-- Ids are UUIDv7, whose order is the order of time. The least id that can be made at an instant, cut to the millisecond:
CREATE OR REPLACE FUNCTION first_id(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- The instant that an id carries, to the millisecond.
CREATE OR REPLACE FUNCTION instant_of(id uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT timestamptz 'epoch' + ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint * interval '1 millisecond'
$$;

-- The end of the period of so many days that an instant lies in. Periods are counted from a Monday, in UTC: 7 days are a week.
CREATE OR REPLACE FUNCTION period_end(at timestamptz, days integer) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT timestamptz '1970-01-05 00:00Z'
        + (floor(extract(epoch FROM at - timestamptz '1970-01-05 00:00Z') / (days * 86400)) + 1) * days * interval '86400 seconds'
$$;

-- The partitions of message but for the default one: first_id is null where it has no lower bound; end_id is the first id after it. The
-- bounds, which read FOR VALUES FROM ('…') TO ('…') or FROM (MINVALUE) TO ('…'), are cut out by position: a regular expression here took
-- longer than everything else in a portion of the purge.
CREATE OR REPLACE VIEW message_partition AS
    SELECT b.part, CASE WHEN b.bound LIKE 'FOR VALUES FROM (''%' THEN substr(b.bound, 19, 36)::uuid END AS first_id,
        substr(b.bound, strpos(b.bound, ' TO (''') + 6, 36)::uuid AS end_id
    FROM (SELECT c.oid::regclass AS part, pg_get_expr(c.relpartbound, c.oid) AS bound
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'message'::regclass) b
    WHERE b.bound <> 'DEFAULT';

-- Makes the partitions up to an instant, periods of so many days each; gives how many were made. Called by every node: one at a time
-- does it. It waits for readers of the default partition only, and not for long, and holds up nobody who writes elsewhere.
CREATE OR REPLACE FUNCTION add_message_partitions(until timestamptz, days integer) RETURNS integer LANGUAGE plpgsql
    SET lock_timeout = '500ms' AS $$
DECLARE
    start timestamptz;
    ending timestamptz;
    part text;
    made integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(6020001);
    SELECT instant_of(p.end_id) INTO start FROM message_partition p ORDER BY p.end_id DESC LIMIT 1;
    start := COALESCE(start, period_end(now() - days * interval '86400 seconds', days));
    WHILE start < until LOOP
        ending := period_end(start, days);
        part := 'message_' || to_char(start AT TIME ZONE 'UTC', 'YYYYMMDD');
        LOCK TABLE ONLY message IN SHARE UPDATE EXCLUSIVE MODE;
        LOCK TABLE message_default IN ACCESS EXCLUSIVE MODE;
        EXECUTE format('CREATE TABLE %I (LIKE message INCLUDING ALL)', part);
        EXECUTE format('WITH moved AS (DELETE FROM message_default WHERE conversation_id >= %L AND conversation_id < %L RETURNING *) '
            || 'INSERT INTO %I SELECT * FROM moved', first_id(start), first_id(ending), part);
        EXECUTE format('ALTER TABLE message ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', part, first_id(start), first_id(ending));
        start := ending;
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;

-- Drops a partition whose conversations are gone but for a few: their messages go to the default partition. Gives how many messages
-- went, or null where more are to be kept than can be moved while everybody waits. Whoever appends waits while this waits for its lock:
-- a hundredth of a second at most, then it fails (55P03) and is to be tried again. Counting what goes is no reason to take all
-- processors.
CREATE OR REPLACE FUNCTION drop_message_partition(gone regclass, most_kept integer) RETURNS bigint LANGUAGE plpgsql
    SET lock_timeout = '10ms' SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
    place record;
    kept uuid[];
    messages_kept bigint;
    removed bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(6020001);
    SELECT p.first_id, p.end_id INTO place FROM message_partition p WHERE p.part = gone;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    kept := ARRAY(SELECT c.id FROM conversation c
        WHERE c.id >= COALESCE(place.first_id, '00000000-0000-0000-0000-000000000000') AND c.id < place.end_id ORDER BY c.id LIMIT most_kept + 1);
    EXECUTE format('SELECT count(*) FROM %s WHERE conversation_id = ANY ($1)', gone) INTO messages_kept USING kept;
    IF cardinality(kept) > most_kept OR messages_kept > most_kept THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT count(*) FROM %s WHERE conversation_id <> ALL ($1)', gone) INTO removed USING kept;
    LOCK TABLE ONLY message IN ACCESS EXCLUSIVE MODE;
    -- From here on nobody writes messages. An id of that time that came in between, as only an import could bring, is for the next try.
    IF kept <> ARRAY(SELECT c.id FROM conversation c
            WHERE c.id >= COALESCE(place.first_id, '00000000-0000-0000-0000-000000000000') AND c.id < place.end_id ORDER BY c.id LIMIT most_kept + 1) THEN
        RAISE EXCEPTION 'conversations came into %', gone USING ERRCODE = 'serialization_failure';
    END IF;
    EXECUTE format('ALTER TABLE message DETACH PARTITION %s', gone);
    EXECUTE format('INSERT INTO message SELECT * FROM %s WHERE conversation_id = ANY ($1)', gone) USING kept;
    EXECUTE format('DROP TABLE %s', gone);
    RETURN removed;
END
$$;
