-- One reminder to whoever has not answered. A campaign reminds `reminder_days` days after each mail (null: never),
-- or at `reminder_at`, for all at once. `remind_at` is an invitation's own moment, until its reminder is in the
-- outbox or it has become needless.
ALTER TYPE mail_kind ADD VALUE 'reminder';

ALTER TABLE campaigns
  ADD COLUMN reminder_days integer,
  ADD COLUMN reminder_at timestamptz;

ALTER TABLE invitations ADD COLUMN remind_at timestamptz;
CREATE INDEX invitations_to_remind ON invitations (workspace_id, campaign_id, remind_at) WHERE remind_at IS NOT NULL;

-- The worker finds the campaigns with reminders to make, and the claim asks a last time whether there is an answer.
CREATE POLICY door ON invitations FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, campaign_id, remind_at) ON invitations TO svar_door;
CREATE POLICY door ON responses FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, invitation_id, evidence) ON responses TO svar_door;
