-- The final summary of a chat that ended, made once by the deadline SUMMARY_ENDED.
CREATE TABLE conversation_summary (
    conversation_id uuid PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
    text            text        NOT NULL,
    statements      jsonb       NOT NULL,
    made_at         timestamptz NOT NULL
);

-- What the visitor showed interest in, best first; while a chat goes on too, so that it can be found by it.
CREATE TABLE conversation_topic (
    conversation_id uuid         NOT NULL REFERENCES conversation ON DELETE CASCADE,
    place           smallint     NOT NULL,
    name            varchar(100) NOT NULL,
    seqs            integer[]    NOT NULL,
    PRIMARY KEY (conversation_id, place)
);
CREATE INDEX conversation_topic_name ON conversation_topic (lower(name), conversation_id);

-- The topics that the administrators keep: a name, and words that mean the same, a line each.
CREATE TABLE listed_topic (
    id         uuid PRIMARY KEY,
    name       varchar(100)  NOT NULL,
    synonyms   varchar(4000) NOT NULL,
    changed_at timestamptz   NOT NULL
);
CREATE UNIQUE INDEX listed_topic_name ON listed_topic (lower(name));

-- What ended before this version gets its summary by and by, newest first; one row drives it and is gone when all is done.
INSERT INTO deadline (id, kind, subject, due_at)
    SELECT gen_random_uuid(), 'SUMMARY_MISSING', '00000000-0000-0000-0000-000000000000', now()
    WHERE EXISTS (SELECT 1 FROM conversation WHERE state = 'ENDED');
