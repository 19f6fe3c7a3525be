-- What is known under an email address: one row for all browsers in which somebody goes by it. The fields are those that the site or
-- a CRM vouched for; what visitors say of themselves stays with the visitor. Addresses are compared in lower case.
CREATE TABLE visitor_record (
    id          uuid PRIMARY KEY,
    version     integer      NOT NULL,
    email       varchar(320) NOT NULL UNIQUE,
    name        varchar(200),
    job_title   varchar(200),
    phone       varchar(50),
    company     varchar(200),
    crm_status  varchar(100),
    attributes  text,
    verified_at timestamptz,
    created_at  timestamptz  NOT NULL
);

-- A visitor is joined with a record by a link: nothing is rewritten, so that taking the link away is all there is to undo.
-- verified: the site said who it is; else the visitor only claims to be that person.
ALTER TABLE visitor ADD COLUMN record_id uuid REFERENCES visitor_record, ADD COLUMN verified boolean NOT NULL DEFAULT false,
    ADD CHECK (record_id IS NOT NULL OR NOT verified);
INSERT INTO visitor_record (id, version, email, crm_status, verified_at, created_at)
    SELECT gen_random_uuid(), 0, lower(email), max(crm_status), CASE WHEN max(crm_status) IS NOT NULL THEN min(created_at) END, min(created_at)
    FROM visitor WHERE email IS NOT NULL GROUP BY lower(email);
UPDATE visitor v SET record_id = r.id FROM visitor_record r WHERE r.email = lower(v.email);
ALTER TABLE visitor DROP COLUMN crm_status;
CREATE INDEX visitor_of_record ON visitor (record_id, id);

-- An administrator said that this visitor is not that person: the same claim does not join them again.
CREATE TABLE visitor_apart (
    visitor_id uuid        NOT NULL REFERENCES visitor ON DELETE CASCADE,
    record_id  uuid        NOT NULL REFERENCES visitor_record ON DELETE CASCADE,
    account_id uuid REFERENCES account ON DELETE SET NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (visitor_id, record_id)
);

-- With what the site signs who its visitors are: the one in use, without an end, and for a while the one before.
-- Kept as it is: to check a signature the server needs the secret itself. It is shown once and never again.
CREATE TABLE site_secret (
    id         uuid PRIMARY KEY,
    secret     varchar(100) NOT NULL,
    created_at timestamptz  NOT NULL,
    ends_at    timestamptz
);
CREATE UNIQUE INDEX site_secret_current ON site_secret ((true)) WHERE ends_at IS NULL;

-- Whose browser a signed token was used in, until it ends: somebody else cannot use it again.
CREATE TABLE signed_use (
    token_hash bytea PRIMARY KEY,
    visitor_id uuid        NOT NULL REFERENCES visitor ON DELETE CASCADE,
    ends_at    timestamptz NOT NULL
);
CREATE INDEX signed_use_ends ON signed_use (ends_at);
CREATE INDEX signed_use_visitor ON signed_use (visitor_id);

-- Programs that may call the REST interface. Only the hash of a key is kept.
CREATE TABLE api_key (
    id           uuid PRIMARY KEY,
    name         varchar(100) NOT NULL,
    beginning    varchar(20)  NOT NULL,
    key_hash     bytea        NOT NULL UNIQUE,
    created_by   uuid REFERENCES account ON DELETE SET NULL,
    created_at   timestamptz  NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
