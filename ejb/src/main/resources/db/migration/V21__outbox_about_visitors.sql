-- What waits to be sent and tells of a visitor goes with what else is held about them.
ALTER TABLE outbox ADD COLUMN visitor_id uuid;
CREATE INDEX outbox_visitor ON outbox (visitor_id) WHERE visitor_id IS NOT NULL;
CREATE TRIGGER require_visitor AFTER INSERT OR UPDATE OF visitor_id ON outbox FOR EACH ROW EXECUTE FUNCTION require_visitor();
