-- Failures were kept under what somebody had typed as a user name, sometimes a password: names are hashed now, and those of accounts are ids.
DELETE FROM sign_in_failure;

-- Browsers in which an account has signed in before. Only the hash of a browser's token is kept. A browser that several people use has one
-- token and a row for each of them.
CREATE TABLE known_device (
    id         uuid PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
    token_hash bytea       NOT NULL,
    used_at    timestamptz NOT NULL,
    UNIQUE (account_id, token_hash)
);
CREATE INDEX known_device_token ON known_device (token_hash);
CREATE INDEX known_device_used ON known_device (used_at);
