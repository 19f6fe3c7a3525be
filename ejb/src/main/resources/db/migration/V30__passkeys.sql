-- Passkeys: public keys by which people sign in. The private key stays in the person's device or password manager.
CREATE TABLE passkey (
    id              uuid PRIMARY KEY,
    account_id      uuid         NOT NULL REFERENCES account ON DELETE CASCADE,
    credential_id   bytea        NOT NULL UNIQUE,
    -- Model of the authenticator, id and public key, as WebAuthn encodes them (section 6.5.1, attested credential data).
    credential_data bytea        NOT NULL,
    -- How often it has signed, by its own count; 0 for those that do not count.
    sign_count      bigint       NOT NULL,
    backup_eligible boolean      NOT NULL,
    backed_up       boolean      NOT NULL,
    -- How the browser reaches it, separated by commas.
    transports      varchar(200) NOT NULL,
    label           varchar(100) NOT NULL,
    created_at      timestamptz  NOT NULL,
    last_used_at    timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);

-- What challenges are signed with, so that any node can check those of any other: 244 random bits, made here once.
CREATE TABLE passkey_challenge_key (
    secret bytea NOT NULL
);
INSERT INTO passkey_challenge_key (secret)
SELECT sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));

-- Challenges that were answered, until they expire: each serves once.
CREATE TABLE passkey_challenge_used (
    challenge_hash bytea PRIMARY KEY,
    expires_at     timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_used_expires ON passkey_challenge_used (expires_at);

-- Whether the sign-in was by a passkey. Those from before were by password.
ALTER TABLE sign_in ADD COLUMN by_passkey boolean NOT NULL DEFAULT false;
