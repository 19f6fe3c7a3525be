-- Who did what when, with what it was before and after. Names are those of that time, and nothing refers to other tables: an entry stays as
-- it is, whatever becomes of whom and what it tells of. Visitors are told by their ids alone. R__audit.sql keeps rows from being changed.
CREATE TABLE audit_entry (
    id           uuid         PRIMARY KEY,
    at           timestamptz  NOT NULL,
    actor_kind   varchar(10)  NOT NULL CHECK (actor_kind IN ('ACCOUNT', 'KEY', 'SYSTEM', 'STRANGER')),
    actor_id     uuid,
    actor_name   varchar(200),
    address      varchar(64),
    act          varchar(40)  NOT NULL,
    subject_kind varchar(30),
    subject_id   uuid,
    subject_name varchar(300),
    before       jsonb,
    after        jsonb,
    CHECK ((actor_kind IN ('ACCOUNT', 'KEY')) = (actor_id IS NOT NULL))
);
CREATE INDEX audit_entry_at ON audit_entry (at, id);
CREATE INDEX audit_entry_act ON audit_entry (act, at, id);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, at, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_entry_subject ON audit_entry (subject_id, at, id) WHERE subject_id IS NOT NULL;
