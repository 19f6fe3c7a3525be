-- The lists of outcomes and tags. One that is removed stays, because chats that have it still show it.
CREATE TABLE wrap_up_choice (
    id         uuid PRIMARY KEY,
    version    integer     NOT NULL,
    kind       varchar(7)  NOT NULL CHECK (kind IN ('OUTCOME', 'TAG')),
    name       varchar(60) NOT NULL,
    name_ko    varchar(60),
    active     boolean     NOT NULL,
    position   integer     NOT NULL,
    changed_at timestamptz NOT NULL,
    removed_at timestamptz
);
CREATE UNIQUE INDEX wrap_up_choice_name ON wrap_up_choice (kind, lower(name)) WHERE removed_at IS NULL;

-- What agents made of a chat after its end.
CREATE TABLE wrap_up (
    conversation_id uuid PRIMARY KEY,
    outcome_id      uuid REFERENCES wrap_up_choice,
    changed_by      uuid        NOT NULL REFERENCES account,
    changed_at      timestamptz NOT NULL
);
CREATE INDEX wrap_up_outcome ON wrap_up (outcome_id);

CREATE TABLE wrap_up_tag (
    conversation_id uuid NOT NULL REFERENCES wrap_up ON DELETE CASCADE,
    tag_id          uuid NOT NULL REFERENCES wrap_up_choice,
    PRIMARY KEY (conversation_id, tag_id)
);
CREATE INDEX wrap_up_tag_tag ON wrap_up_tag (tag_id);
