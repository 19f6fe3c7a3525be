-- Two sales admins may edit the same shared answer: the second one to save is told, as with teams and entries.
ALTER TABLE canned_answer ADD COLUMN version integer NOT NULL DEFAULT 0;
