-- Until when a password serves that somebody else chose; null for one that the person chose. Those from before serve 72 hours from now.
ALTER TABLE account ADD COLUMN password_ends_at timestamptz;
UPDATE account SET password_ends_at = now() + interval '72 hours' WHERE must_change_password;
