-- Whom customers and authorities turn to about personal data: who answers for it (the controller) and, where there is one,
-- the data protection officer (GDPR, articles 13 and 37). What it was before is in the audit log.
CREATE TABLE data_protection_contacts (
  workspace_id uuid NOT NULL,
  controller_name text,
  controller_email text,
  controller_phone text,
  controller_address text,
  officer_name text,
  officer_email text,
  officer_phone text,
  set_at timestamptz NOT NULL,
  set_by text,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (set_by) REFERENCES users (id) ON DELETE SET NULL
);
SELECT svar_protect('data_protection_contacts');
