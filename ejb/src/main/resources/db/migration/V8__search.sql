-- What past conversations are found by: one row each, written soon after the end by the deadline SEARCH_ENDED; messages are not
-- indexed one by one. "who" is the name and email that the document was made with: where they differ now, it is made anew.
CREATE TABLE conversation_search (
    conversation_id uuid PRIMARY KEY REFERENCES conversation ON DELETE CASCADE,
    ended_at        timestamptz NOT NULL,
    agent_id        uuid,
    visitor_id      uuid        NOT NULL,
    who             text        NOT NULL,
    document        tsvector    NOT NULL
);
-- fastupdate off: a search must not have to read through what was not sorted in yet.
CREATE INDEX conversation_search_document ON conversation_search USING gin (document) WITH (fastupdate = off);
-- Words that are everywhere are found soonest by walking from the newest.
CREATE INDEX conversation_search_newest ON conversation_search (ended_at DESC, conversation_id DESC);
CREATE INDEX conversation_search_agent ON conversation_search (agent_id, ended_at DESC, conversation_id DESC);
CREATE INDEX conversation_search_visitor ON conversation_search (visitor_id);
-- The list of one agent's past conversations.
CREATE INDEX conversation_past_agent ON conversation (agent_id, ended_at DESC, id DESC) WHERE state = 'ENDED';

-- What ended before this version is taken in by and by, newest first; one row drives it and is gone when all is done.
INSERT INTO deadline (id, kind, subject, due_at)
    SELECT gen_random_uuid(), 'SEARCH_BACKFILL', '00000000-0000-0000-0000-000000000000', now()
    WHERE EXISTS (SELECT 1 FROM conversation WHERE state = 'ENDED');
