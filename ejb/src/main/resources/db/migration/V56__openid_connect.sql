-- Whether an OpenID provider said who it is. The default stays for nodes of the version before, which do not write the column.
ALTER TABLE sign_in ADD COLUMN by_provider boolean NOT NULL DEFAULT false;

-- Whose account a person at a provider has. A subject is never given to somebody else (OpenID Connect Core, section 2).
CREATE TABLE provided_identity (
    issuer     varchar(500) NOT NULL,
    subject    varchar(255) NOT NULL,
    account_id uuid         NOT NULL REFERENCES account ON DELETE CASCADE,
    created_at timestamptz  NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX provided_identity_account ON provided_identity (account_id);

-- What a sign-in hangs on at its provider. Tokens are encrypted with the key of the settings.
CREATE TABLE provider_session (
    sign_in_id    uuid PRIMARY KEY REFERENCES sign_in ON DELETE CASCADE,
    provider      varchar(40)  NOT NULL,
    issuer        varchar(500) NOT NULL,
    subject       varchar(255) NOT NULL,
    sid           varchar(255),
    id_token      bytea,
    refresh_token bytea,
    -- When it is looked up at the provider again; null: never.
    check_at      timestamptz
);
CREATE INDEX provider_session_subject ON provider_session (issuer, subject);
CREATE INDEX provider_session_check ON provider_session (check_at) WHERE check_at IS NOT NULL;

-- What served once, by its hash, until it has expired: the state of sign-ins, and logout tokens.
CREATE TABLE provider_token_used (
    token_hash bytea PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
CREATE INDEX provider_token_used_expires ON provider_token_used (expires_at);
