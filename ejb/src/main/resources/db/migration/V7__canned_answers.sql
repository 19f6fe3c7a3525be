-- Texts that agents send again and again. Without an owner: shared by all.
CREATE TABLE canned_answer (
    id         uuid PRIMARY KEY,
    owner_id   uuid REFERENCES account ON DELETE CASCADE,
    shortcut   varchar(40)   NOT NULL,
    text       varchar(4000) NOT NULL,
    changed_at timestamptz   NOT NULL
);
CREATE UNIQUE INDEX canned_answer_shared ON canned_answer (shortcut) WHERE owner_id IS NULL;
CREATE UNIQUE INDEX canned_answer_personal ON canned_answer (owner_id, shortcut) WHERE owner_id IS NOT NULL;
