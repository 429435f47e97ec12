-- Until when the case sleeps once the reply that waits has gone out; null: it only waits for its customer then.
ALTER TABLE held_replies
  ADD COLUMN snooze_until timestamptz,
  ADD CHECK (closing IS NULL OR snooze_until IS NULL);
