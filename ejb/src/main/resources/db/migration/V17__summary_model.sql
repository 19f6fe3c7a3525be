-- The model that wrote a final summary; none: the built-in method.
ALTER TABLE conversation_summary ADD COLUMN model varchar(200);
