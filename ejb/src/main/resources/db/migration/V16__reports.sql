-- Meetings booked that day, whatever became of them: with anybody, or with that agent. What was made before has none: it is made anew
-- where the day's history is still there.
ALTER TABLE daily_figure ADD COLUMN booked integer;
COMMENT ON COLUMN daily_figure.booked IS 'null: made before meetings were counted';
CREATE INDEX meeting_created ON meeting (created_at);

-- A topic stands once with a conversation, however it is written: who counts rows counts chats.
DELETE FROM conversation_topic t USING conversation_topic earlier
    WHERE earlier.conversation_id = t.conversation_id AND lower(earlier.name) = lower(t.name) AND earlier.place < t.place;
DROP INDEX conversation_topic_name;
CREATE UNIQUE INDEX conversation_topic_name ON conversation_topic (lower(name), conversation_id);
