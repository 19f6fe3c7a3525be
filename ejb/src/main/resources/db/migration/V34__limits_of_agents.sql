-- How many live chats an agent may have at a time, pending offers counted, where that is not what the setting says for all.
ALTER TABLE agent ADD COLUMN own_limit integer CHECK (own_limit BETWEEN 1 AND 100);
