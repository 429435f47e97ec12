-- Whose case it is in the figures, kept with it: the team of its answer, as it was frozen, or else of the ask. Read from the
-- answers it cost a look at all of them, of which one in ten opens a case.
ALTER TABLE cases ADD COLUMN team_id uuid;

CREATE FUNCTION svar_set_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.team_id := coalesce(
    (SELECT team_id FROM responses WHERE workspace_id = NEW.workspace_id AND id = NEW.response_id),
    (SELECT team_id FROM invitations WHERE workspace_id = NEW.workspace_id AND id = NEW.invitation_id));
  RETURN NEW;
END $$;
CREATE TRIGGER set_team BEFORE INSERT OR UPDATE OF response_id, invitation_id ON cases
  FOR EACH ROW EXECUTE FUNCTION svar_set_team();

ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
ALTER TABLE responses NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations NO FORCE ROW LEVEL SECURITY;
UPDATE cases SET team_id = r.team_id FROM responses r
WHERE r.workspace_id = cases.workspace_id AND r.id = cases.response_id AND r.team_id IS NOT NULL;
UPDATE cases SET team_id = i.team_id FROM invitations i
WHERE i.workspace_id = cases.workspace_id AND i.id = cases.invitation_id AND i.team_id IS NOT NULL
  AND cases.team_id IS NULL;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
ALTER TABLE responses FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
ALTER TABLE cases ADD FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id);

DROP INDEX cases_opened;
CREATE INDEX cases_opened ON cases (workspace_id, opened_at, id)
  INCLUDE (due_at, first_due_at, first_reply_at, first_reply_minutes, state, response_id, invitation_id, came_by, merged_into,
    team_id);
