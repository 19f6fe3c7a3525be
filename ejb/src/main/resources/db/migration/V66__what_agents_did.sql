-- What an agent did beside: offers they declined, chats they had (each once, also those that are not over), how often one of them went on
-- to another agent, and chats they ended by hand. The row of all agents together has the sums. Null: made before these were counted; days
-- whose history is still there are made anew.
ALTER TABLE daily_figure ADD COLUMN declined integer, ADD COLUMN had integer, ADD COLUMN handed_on integer, ADD COLUMN ended integer;
