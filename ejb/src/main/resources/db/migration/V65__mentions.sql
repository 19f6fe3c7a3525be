-- Who was mentioned in which private note. A row is about a note, by its conversation and number, and goes with the conversation.
CREATE TABLE note_mention (
    conversation_id uuid        NOT NULL,
    number          integer     NOT NULL CHECK (number > 0),
    account_id      uuid        NOT NULL REFERENCES account,
    at              timestamptz NOT NULL,
    seen_at         timestamptz,
    PRIMARY KEY (conversation_id, number, account_id)
);
CREATE INDEX note_mention_account ON note_mention (account_id, at DESC);
