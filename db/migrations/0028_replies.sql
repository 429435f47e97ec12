-- Replies to the mails that ask come in at an address of their own. What is no answer stands in a case of the invitation,
-- of which there is one at most; an answer that comes later joins it.
ALTER TABLE cases ADD COLUMN invitation_id uuid;
UPDATE cases c SET invitation_id = r.invitation_id FROM responses r
  WHERE r.workspace_id = c.workspace_id AND r.id = c.response_id;
CREATE UNIQUE INDEX cases_invitation ON cases (workspace_id, invitation_id);
ALTER TABLE cases ADD FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations (workspace_id, id)
  ON DELETE SET NULL (invitation_id);
