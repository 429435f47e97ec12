-- A mail that stands in a dialogue and does nothing there, with why: it is one of too many (a loop), or it came for a
-- colleague's reply and could not be sent as one.
ALTER TABLE case_messages
  ADD COLUMN set_aside text CHECK (set_aside IN ('loop', 'unverified', 'not_allowed', 'automatic')),
  -- The Message-ID of the mail that a colleague wrote a reply as; the same mail delivered twice is one reply.
  ADD COLUMN written_as text;
CREATE UNIQUE INDEX case_messages_written_as ON case_messages (workspace_id, case_id, written_as)
  WHERE written_as IS NOT NULL;

-- Tells a colleague that a reply written in their own mail program was not sent, and why.
ALTER TYPE mail_kind ADD VALUE 'reply_not_sent';
