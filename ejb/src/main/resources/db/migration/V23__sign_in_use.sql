-- When a sign-in was last used, so that idle ones end, and from where it was opened, so that people know their own ones apart. Sign-ins from
-- before count as used now. The default stays for nodes of the version before, which do not write the column.
ALTER TABLE sign_in
    ADD COLUMN used_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN browser varchar(200),
    ADD COLUMN address varchar(100);
