-- Keys of programs may do less than everything, have an end, and belong to an administrator. Those from before may do what they could, end
-- in a year, and belong to whoever made them.
ALTER TABLE api_key
    ADD COLUMN owner_id uuid REFERENCES account ON DELETE SET NULL,
    ADD COLUMN ends_at timestamptz;
UPDATE api_key SET owner_id = created_by, ends_at = now() + interval '1 year';
ALTER TABLE api_key ALTER COLUMN ends_at SET NOT NULL;

CREATE TABLE api_key_scope (
    key_id uuid        NOT NULL REFERENCES api_key ON DELETE CASCADE,
    scope  varchar(20) NOT NULL,
    PRIMARY KEY (key_id, scope)
);
INSERT INTO api_key_scope (key_id, scope)
SELECT id, scope FROM api_key CROSS JOIN (VALUES ('READ'), ('VISITORS')) AS all_scopes (scope);

-- When the account was found to be one of the demo data in an installation that is no demo, and was closed.
ALTER TABLE account ADD COLUMN demo_ended_at timestamptz;
