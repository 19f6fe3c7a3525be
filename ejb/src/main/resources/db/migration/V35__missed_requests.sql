-- What a visitor left whose chat nobody took, and which administrator has seen to it. A row comes with either.
CREATE TABLE missed_request (
    conversation_id uuid PRIMARY KEY,
    client_id       uuid,
    email           varchar(320),
    text            text,
    left_at         timestamptz,
    seen_to_by      uuid REFERENCES account,
    seen_to_at      timestamptz,
    CHECK ((client_id IS NULL) = (left_at IS NULL) AND (client_id IS NULL) = (text IS NULL) AND (client_id IS NULL) = (email IS NULL)),
    CHECK ((seen_to_by IS NULL) = (seen_to_at IS NULL))
);
