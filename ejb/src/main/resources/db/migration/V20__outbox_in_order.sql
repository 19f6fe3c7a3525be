-- What is about the same thing is sent in the order in which it was put: rows with the same key wait for those with lower numbers.
ALTER TABLE outbox
    ADD COLUMN ordering_key varchar(80),
    ADD COLUMN number bigint NOT NULL GENERATED ALWAYS AS IDENTITY;
CREATE INDEX outbox_ordering ON outbox (ordering_key, number) WHERE ordering_key IS NOT NULL;
