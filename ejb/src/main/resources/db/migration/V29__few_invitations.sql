-- When visitors had invitations sent to a mailbox, by booking or moving a meeting, so that they are few. Of the address only a hash is kept.
CREATE TABLE meeting_invitation (
    meeting_id   uuid        NOT NULL REFERENCES meeting ON DELETE CASCADE,
    mailbox_hash bytea       NOT NULL,
    sent_at      timestamptz NOT NULL
);
CREATE INDEX meeting_invitation_mailbox ON meeting_invitation (mailbox_hash, sent_at);
CREATE INDEX meeting_invitation_meeting ON meeting_invitation (meeting_id);
