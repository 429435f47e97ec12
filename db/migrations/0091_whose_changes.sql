-- Who sees what a transaction changed, so that whoever sees their own teams' things only hears of no others
-- (docs/decisions/0052): 'cases <team or person>', '-' for what is no team's, '*' for what concerns everybody. What names
-- nobody is told to nobody of them.
ALTER TABLE live_changes ADD COLUMN seen_by text[] DEFAULT '{}' NOT NULL;

CREATE FUNCTION svar_note_change(changed text[], seen text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO live_changes (workspace_id, kinds, seen_by) VALUES (svar_workspace_id(), changed, seen)
  ON CONFLICT (workspace_id, transaction) DO UPDATE SET
    kinds = ARRAY(SELECT unnest(live_changes.kinds) UNION SELECT unnest(excluded.kinds)),
    seen_by = ARRAY(SELECT unnest(live_changes.seen_by) UNION SELECT unnest(excluded.seen_by))
  WHERE NOT (live_changes.kinds @> excluded.kinds AND live_changes.seen_by @> excluded.seen_by)
$$;

-- Who sees these things now, as pairs of a kind and an id: of a case, an answer, a customer, an ask, or else of the team
-- they are of. By the same rules as own_sight, whatever the one who changes them sees.
CREATE FUNCTION svar_who_sees(kinds text[], ids uuid[]) RETURNS text[] LANGUAGE plpgsql
SET role = 'svar_app'
AS $$
BEGIN
  RETURN ARRAY(
    WITH told AS MATERIALIZED (SELECT DISTINCT t.kind, t.id FROM unnest(kinds, ids) AS t (kind, id)),
    of_case AS MATERIALIZED (
      SELECT t.kind, c.id, c.team_id, c.assignee_id FROM told t
      JOIN cases c ON c.workspace_id = svar_workspace_id() AND c.id = t.id WHERE t.kind IN ('cases', 'presences')
      UNION ALL
      SELECT t.kind, c.id, c.team_id, c.assignee_id FROM told t
      JOIN cases c ON c.workspace_id = svar_workspace_id() AND c.response_id = t.id WHERE t.kind = 'responses'
      UNION ALL
      SELECT t.kind, c.id, c.team_id, c.assignee_id FROM told t
      JOIN cases c ON c.workspace_id = svar_workspace_id() AND c.contact_id = t.id WHERE t.kind = 'contacts')
    SELECT o.kind || ' ' || coalesce(o.team_id::text, '-') FROM of_case o
    UNION SELECT o.kind || ' ' || o.assignee_id FROM of_case o WHERE o.assignee_id IS NOT NULL
    UNION SELECT o.kind || ' ' || m.user_id FROM of_case o
      JOIN case_sights m ON m.workspace_id = svar_workspace_id() AND m.case_id = o.id
    UNION SELECT t.kind || ' ' || coalesce(r.team_id::text, '-') FROM told t
      JOIN responses r ON r.workspace_id = svar_workspace_id() AND r.id = t.id WHERE t.kind = 'responses'
    UNION SELECT t.kind || ' ' || coalesce(i.team_id::text, '-') FROM told t
      JOIN invitations i ON i.workspace_id = svar_workspace_id() AND i.id = t.id WHERE t.kind = 'responses'
    UNION SELECT t.kind || ' ' || coalesce(p.team_id::text, '-') FROM told t
      JOIN contacts p ON p.workspace_id = svar_workspace_id() AND p.id = t.id WHERE t.kind = 'contacts'
    UNION SELECT t.kind || ' ' || coalesce(r.team_id::text, '-') FROM told t
      JOIN responses r ON r.workspace_id = svar_workspace_id() AND r.contact_id = t.id WHERE t.kind = 'contacts'
    UNION SELECT t.kind || ' ' || w.id FROM told t
      JOIN teams w ON w.workspace_id = svar_workspace_id() AND w.id = t.id);
END $$;

-- Answers are of their teams; of both, where one moves.
CREATE FUNCTION svar_note_answers_of_teams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF svar_workspace_id() IS NULL THEN
    RETURN NULL;
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM svar_note_change('{responses}', ARRAY(SELECT DISTINCT 'responses ' || coalesce(team_id::text, '-') FROM fresh));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM svar_note_change('{responses}', ARRAY(SELECT DISTINCT 'responses ' || coalesce(team_id::text, '-') FROM former));
  ELSE
    PERFORM svar_note_change('{responses}', ARRAY(
      SELECT 'responses ' || coalesce(team_id::text, '-') FROM fresh
      UNION SELECT 'responses ' || coalesce(team_id::text, '-') FROM former));
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER note_answers ON responses;
CREATE TRIGGER note_answers AFTER INSERT ON responses REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION svar_note_answers_of_teams();
CREATE TRIGGER note_changed_answers AFTER UPDATE ON responses REFERENCING OLD TABLE AS former NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION svar_note_answers_of_teams();
CREATE TRIGGER note_deleted_answers AFTER DELETE ON responses REFERENCING OLD TABLE AS former
  FOR EACH STATEMENT EXECUTE FUNCTION svar_note_answers_of_teams();

-- Who saw a thing until now and may not any more has to hear of it too. What kind of change it is, verbs say.
CREATE FUNCTION svar_note_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF svar_workspace_id() IS NULL THEN
    RETURN NULL;
  ELSIF TG_TABLE_NAME = 'cases' THEN
    PERFORM svar_note_change('{}', ARRAY['cases ' || coalesce(OLD.team_id::text, '-')]
      || CASE WHEN OLD.assignee_id IS NOT NULL THEN ARRAY['cases ' || OLD.assignee_id] END);
  ELSIF TG_TABLE_NAME = 'case_sights' THEN
    PERFORM svar_note_change('{}', ARRAY['cases ' || OLD.user_id]);
  ELSE
    PERFORM svar_note_change('{}', ARRAY['contacts ' || coalesce(OLD.team_id::text, '-')]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_left AFTER UPDATE ON cases FOR EACH ROW
  WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id OR OLD.assignee_id IS DISTINCT FROM NEW.assignee_id)
  EXECUTE FUNCTION svar_note_left();
CREATE TRIGGER note_deleted AFTER DELETE ON cases FOR EACH ROW EXECUTE FUNCTION svar_note_left();
CREATE TRIGGER note_deleted AFTER DELETE ON case_sights FOR EACH ROW EXECUTE FUNCTION svar_note_left();
CREATE TRIGGER note_left AFTER UPDATE ON contacts FOR EACH ROW
  WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id) EXECUTE FUNCTION svar_note_left();
CREATE TRIGGER note_deleted AFTER DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION svar_note_left();
