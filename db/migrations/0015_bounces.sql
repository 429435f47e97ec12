-- What became of mails after they were handed over: one row for each report about one, however often it is delivered.
CREATE TABLE bounces (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  mail_id uuid NOT NULL,
  inbound_mail_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('bounce', 'complaint')),
  severity text CHECK (severity IN ('hard', 'soft')),
  reason text,
  status text,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, inbound_mail_id),
  CHECK ((kind = 'bounce') = (severity IS NOT NULL)),
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, inbound_mail_id) REFERENCES inbound_mails (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX bounces_mail ON bounces (workspace_id, mail_id);
SELECT svar_protect('bounces');
