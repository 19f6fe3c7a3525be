-- Since when the agent of a pending offer cannot be reached, as far as somebody looked; kept where the offer went on for it.
ALTER TABLE offer ADD COLUMN unreachable_since timestamptz;
