-- History by time: messages lie in partitions by ranges of conversation ids, whose order is the order of time (UUIDv7). All messages
-- of a chat are in one partition, both unique indexes hold the key of the partitions, and what is past goes a partition at a time.

-- The least id that can be made at that millisecond, and the millisecond that an id carries.
CREATE FUNCTION first_id(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;
CREATE FUNCTION instant_of(id uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT timestamptz 'epoch' + ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint * interval '1 millisecond'
$$;
-- The end of the period of so many days that an instant lies in. Periods are counted from a Monday, in UTC: 7 days are a week.
CREATE FUNCTION period_end(at timestamptz, days integer) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT timestamptz '1970-01-05 00:00Z'
        + (floor(extract(epoch FROM at - timestamptz '1970-01-05 00:00Z') / (days * 86400)) + 1) * days * interval '86400 seconds'
$$;

-- What was there becomes the first partition as it is, however large: nothing is copied.
ALTER TABLE message RENAME TO message_past;
ALTER INDEX message_pkey RENAME TO message_past_pkey;
ALTER INDEX message_conversation_id_client_id_key RENAME TO message_past_client_id_key;
CREATE TABLE message (LIKE message_past INCLUDING ALL) PARTITION BY RANGE (conversation_id);
-- The net: what no other partition takes. What is held back from a partition that goes lies here too.
CREATE TABLE message_default PARTITION OF message DEFAULT;

CREATE VIEW message_partition AS
    SELECT b.part, (regexp_match(b.bound, 'FROM \(''([0-9a-f-]{36})''\)'))[1]::uuid AS first_id,
        (regexp_match(b.bound, 'TO \(''([0-9a-f-]{36})''\)'))[1]::uuid AS end_id
    FROM (SELECT c.oid::regclass AS part, pg_get_expr(c.relpartbound, c.oid) AS bound
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'message'::regclass) b
    WHERE b.bound <> 'DEFAULT';

DO $$
DECLARE
    ending uuid := first_id(period_end(now(), 7));
BEGIN
    -- Ids of a clock that ran ahead.
    WITH ahead AS (DELETE FROM message_past WHERE conversation_id >= ending RETURNING *) INSERT INTO message SELECT * FROM ahead;
    EXECUTE format('ALTER TABLE message ATTACH PARTITION message_past FOR VALUES FROM (MINVALUE) TO (%L)', ending);
END
$$;

-- Makes the partitions up to an instant, periods of so many days each. Called by every node: one at a time does it. It waits for
-- readers of the net only, and not for long, and holds up nobody who writes elsewhere.
CREATE FUNCTION add_message_partitions(until timestamptz, days integer) RETURNS integer LANGUAGE plpgsql SET lock_timeout = '500ms' AS $$
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

-- Drops a partition whose conversations are gone but for a few: their messages go to the net. Gives how many messages went, or null
-- where more are to be kept than can be moved while everybody waits. Whoever appends is held up for milliseconds, and before that as
-- long as the drop may wait for those who came first.
CREATE FUNCTION drop_message_partition(gone regclass, most_kept integer) RETURNS bigint LANGUAGE plpgsql SET lock_timeout = '50ms' AS $$
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
    kept := ARRAY(SELECT c.id FROM conversation c WHERE c.id >= COALESCE(place.first_id, '00000000-0000-0000-0000-000000000000') AND c.id < place.end_id
        ORDER BY c.id LIMIT most_kept + 1);
    EXECUTE format('SELECT count(*) FROM %s WHERE conversation_id = ANY ($1)', gone) INTO messages_kept USING kept;
    IF cardinality(kept) > most_kept OR messages_kept > most_kept THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT count(*) FROM %s WHERE conversation_id <> ALL ($1)', gone) INTO removed USING kept;
    LOCK TABLE ONLY message IN ACCESS EXCLUSIVE MODE;
    -- From here on nobody writes messages. An id of that time that came in between, as only an import could bring, is for the next try.
    IF kept <> ARRAY(SELECT c.id FROM conversation c WHERE c.id >= COALESCE(place.first_id, '00000000-0000-0000-0000-000000000000') AND c.id < place.end_id
            ORDER BY c.id LIMIT most_kept + 1) THEN
        RAISE EXCEPTION 'conversations came into %', gone USING ERRCODE = 'serialization_failure';
    END IF;
    EXECUTE format('ALTER TABLE message DETACH PARTITION %s', gone);
    EXECUTE format('INSERT INTO message SELECT * FROM %s WHERE conversation_id = ANY ($1)', gone) USING kept;
    EXECUTE format('DROP TABLE %s', gone);
    RETURN removed;
END
$$;

-- What ages by itself is found by its age.
CREATE INDEX activity_at ON activity (at, id);

-- Nothing of a visitor goes while a hold is in force: no purge, no erasure. Who placed it, why, and who lifted it stays as long as the visitor.
CREATE TABLE legal_hold (
    id         uuid PRIMARY KEY,
    visitor_id uuid         NOT NULL REFERENCES visitor ON DELETE CASCADE,
    reason     varchar(500) NOT NULL,
    placed_by  uuid         NOT NULL REFERENCES account,
    placed_at  timestamptz  NOT NULL,
    lifted_by  uuid REFERENCES account,
    lifted_at  timestamptz,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE UNIQUE INDEX legal_hold_in_force ON legal_hold (visitor_id) WHERE lifted_at IS NULL;
CREATE INDEX legal_hold_visitor ON legal_hold (visitor_id);

-- What was removed, when and by whom: a row for each run of history-purge (its restarts are the same run) and for each erasure. Nothing
-- here tells of whom. "place" is how far the present step has come; it moves together with what was removed.
CREATE TABLE retention_run (
    id            uuid PRIMARY KEY,
    kind          varchar(10)  NOT NULL CHECK (kind IN ('PURGE', 'ERASURE')),
    job_instance  bigint,
    job_execution bigint,
    started_by    varchar(200) NOT NULL,
    cutoff        timestamptz,
    dry_run       boolean      NOT NULL,
    state         varchar(10)  NOT NULL CHECK (state IN ('RUNNING', 'COMPLETED', 'STOPPED', 'FAILED')),
    started_at    timestamptz  NOT NULL,
    active_at     timestamptz  NOT NULL,
    ended_at      timestamptz,
    place         varchar(200),
    CHECK ((kind = 'PURGE') = (job_instance IS NOT NULL AND cutoff IS NOT NULL))
);
CREATE INDEX retention_run_started ON retention_run (started_at DESC, id DESC);
CREATE INDEX retention_run_instance ON retention_run (job_instance);

CREATE TABLE retention_count (
    run_id  uuid        NOT NULL REFERENCES retention_run ON DELETE CASCADE,
    kind    varchar(40) NOT NULL,
    removed bigint      NOT NULL,
    PRIMARY KEY (run_id, kind)
);

-- A day's live chats, in the zone of the reports, for all (no agent) and for each agent who was offered one. Made by the job
-- conversation-summary while the day's history is there, and kept when that is purged: no row names a visitor. Once nothing of the
-- day is open any more its figures never change. Times are in milliseconds: count, total, and the middle one.
CREATE TABLE daily_figure (
    day             date        NOT NULL,
    zone            varchar(64) NOT NULL,
    agent_id        uuid REFERENCES agent,
    open            integer     NOT NULL,
    requested       integer     NOT NULL,
    connected       integer     NOT NULL,
    missed          integer     NOT NULL,
    accept_count    integer     NOT NULL,
    accept_total    bigint      NOT NULL,
    accept_median   bigint,
    response_count  integer     NOT NULL,
    response_total  bigint      NOT NULL,
    response_median bigint,
    length_count    integer     NOT NULL,
    length_total    bigint      NOT NULL,
    length_median   bigint,
    UNIQUE NULLS NOT DISTINCT (day, zone, agent_id)
);
COMMENT ON COLUMN daily_figure.requested IS 'all: chats asked for; agent: offers made to them';
COMMENT ON COLUMN daily_figure.missed IS 'all: chats that nobody took; agent: offers that lapsed';
COMMENT ON COLUMN daily_figure.accept_total IS 'all: from the request until an agent had it; agent: from the offer until they accepted';
COMMENT ON COLUMN daily_figure.response_total IS 'from the request until the first text of an agent';
COMMENT ON COLUMN daily_figure.length_total IS 'from when an agent had it until the end';
-- Days are found by when chats were asked for.
CREATE INDEX conversation_requested ON conversation (requested_at);

-- One row each for the whole cluster; every start sets it to the hour that the settings say, unless it is overdue.
INSERT INTO deadline (id, kind, subject, due_at)
    SELECT gen_random_uuid(), kind, '00000000-0000-0000-0000-000000000000', now() + interval '1 year'
    FROM unnest(ARRAY['HISTORY_PURGE', 'CONVERSATION_SUMMARY']) kind;
