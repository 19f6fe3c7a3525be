-- What the agent should read of a change that could not be followed names the guest: it goes with the meeting. Notices that were kept
-- with the connection do not say of which meeting they are, so they go now.
ALTER TABLE calendar_event ADD COLUMN notice varchar(1000), ADD COLUMN noticed_at timestamptz,
    ADD CHECK ((notice IS NULL) = (noticed_at IS NULL));
ALTER TABLE calendar_connection DROP COLUMN notice;
