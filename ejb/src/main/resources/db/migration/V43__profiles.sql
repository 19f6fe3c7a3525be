-- What people say of themselves, and how they write. The tag is another one with each picture, so that no cache shows an earlier one.
ALTER TABLE account
    ADD COLUMN title       varchar(100),
    ADD COLUMN enter_sends boolean NOT NULL DEFAULT true,
    ADD COLUMN photo_tag   uuid;
UPDATE account SET photo_tag = gen_random_uuid() WHERE id IN (SELECT account_id FROM account_photo);
