-- Receiving domains that the operator gives limits of their own (DOMAIN_LIMITS): they never get more than these, and
-- their row stays when they are in peace.
ALTER TABLE mail_domains ADD COLUMN usual_concurrency int, ADD COLUMN usual_per_minute int;

-- For the last look before a mail is handed over: whether the contact was asked by somebody else in the meantime.
GRANT SELECT (id, contact_id, sent_at) ON invitations TO svar_door;
