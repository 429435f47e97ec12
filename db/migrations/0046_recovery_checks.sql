-- Some days after a case was closed its customer is asked whether it is solved. That is part of the dialogue, no
-- survey: these answers are in no figure of answers.
ALTER TYPE mail_kind ADD VALUE 'recovery_check';
CREATE TYPE recovery_answer AS ENUM('yes', 'partly', 'no');

-- How many days after closing; 0: nobody is asked.
ALTER TABLE workspaces ADD COLUMN recovery_days integer DEFAULT 14 NOT NULL CHECK (recovery_days BETWEEN 0 AND 90);

CREATE TABLE recovery_checks (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  case_id uuid NOT NULL,
  closure_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  asked_at timestamptz,
  mail_id uuid,
  expires_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text,
  cancelled_because text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, case_id) REFERENCES cases (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, closure_id) REFERENCES case_closures (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mail_id) REFERENCES outbound_mails (workspace_id, id),
  CHECK ((asked_at IS NULL) = (expires_at IS NULL)),
  CHECK ((cancelled_at IS NULL) = (cancelled_because IS NULL))
);
CREATE UNIQUE INDEX recovery_checks_number ON recovery_checks (workspace_id, number);
-- A closure is asked about once.
CREATE UNIQUE INDEX recovery_checks_closure ON recovery_checks (workspace_id, closure_id);
CREATE INDEX recovery_checks_case ON recovery_checks (workspace_id, case_id);
CREATE INDEX recovery_checks_due ON recovery_checks (due_at) WHERE asked_at IS NULL AND cancelled_at IS NULL;
SELECT svar_protect('recovery_checks');
-- The worker finds the workspaces in which it is time.
CREATE POLICY door ON recovery_checks FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id, due_at, asked_at, cancelled_at) ON recovery_checks TO svar_door;

-- What was answered, each time it was: the last one holds, the first one says when.
CREATE TABLE recovery_answers (
  workspace_id uuid NOT NULL,
  check_id uuid NOT NULL,
  version integer NOT NULL CHECK (version BETWEEN 1 AND 100),
  answer recovery_answer NOT NULL,
  comment text,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, check_id, version),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, check_id) REFERENCES recovery_checks (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX recovery_answers_first ON recovery_answers (workspace_id, given_at) WHERE version = 1;
SELECT svar_protect('recovery_answers');
REVOKE UPDATE ON recovery_answers FROM svar_app;
GRANT UPDATE (comment) ON recovery_answers TO svar_app;
CREATE TRIGGER only_erases BEFORE UPDATE ON recovery_answers
  FOR EACH ROW EXECUTE FUNCTION svar_only_erases('comment');
