-- Which answers open a case, for whom, due when: rules in an order, of which the first that fits an answer decides.
-- `on_at` null: it decides nothing. Conditions and actions are those of server/rule/schema.ts.
CREATE TABLE case_rules (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  place integer NOT NULL,
  name text NOT NULL,
  conditions jsonb NOT NULL CHECK (jsonb_typeof(conditions) = 'array'),
  actions jsonb NOT NULL CHECK (jsonb_typeof(actions) = 'object'),
  version integer DEFAULT 1 NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text,
  on_at timestamptz,
  on_by text,
  off_at timestamptz,
  off_by text,
  ended_at timestamptz,
  ended_by text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (made_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (on_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (off_by) REFERENCES users (id) ON DELETE SET NULL,
  FOREIGN KEY (ended_by) REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX case_rules_name ON case_rules (workspace_id, lower(name)) WHERE ended_at IS NULL;
CREATE INDEX case_rules_order ON case_rules (workspace_id, place) WHERE ended_at IS NULL;
SELECT svar_protect('case_rules');

-- A rule as it was from `at` on, and who made it so; append-only. A case names the version that opened it.
CREATE TABLE case_rule_changes (
  workspace_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('made', 'changed', 'on', 'off', 'moved', 'ended')),
  place integer NOT NULL,
  name text NOT NULL,
  conditions jsonb NOT NULL,
  actions jsonb NOT NULL,
  changed_by text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, rule_id, version),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, rule_id) REFERENCES case_rules (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (changed_by) REFERENCES users (id) ON DELETE SET NULL
);
SELECT svar_protect('case_rule_changes');
REVOKE UPDATE, DELETE ON case_rule_changes FROM svar_app;

-- What every workspace begins with, and what held in all of them before there were rules: a detractor and whoever asks
-- to be contacted get a case, with the colleague who knows them.
CREATE FUNCTION svar_usual_rules(workspace uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$
  WITH usual AS (
    INSERT INTO case_rules (workspace_id, id, place, name, conditions, actions, made_at, on_at)
    SELECT workspace, gen_random_uuid(), place, name, conditions,
      '{"opens": true, "known": true, "people": [], "dueHours": null, "tellAssignee": true, "tellLead": false,
        "tagIds": [], "templateId": null}'::jsonb, at, at
    FROM (VALUES
      (1, 'Asks to be contacted', '[{"kind": "wish", "any": ["email", "phone"]}]'::jsonb),
      (2, 'Detractors', '[{"kind": "group", "any": ["detractor"]}]'::jsonb)
    ) AS rule (place, name, conditions)
    RETURNING *
  )
  INSERT INTO case_rule_changes (workspace_id, rule_id, version, kind, place, name, conditions, actions, at)
  SELECT workspace_id, id, 1, 'made', place, name, conditions, actions, at FROM usual;
$$;

CREATE FUNCTION svar_begin_with_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM svar_usual_rules(NEW.id, NEW.created_at);
  RETURN NULL;
END $$;
CREATE TRIGGER begin_with_rules AFTER INSERT ON workspaces FOR EACH ROW EXECUTE FUNCTION svar_begin_with_rules();

ALTER TABLE workspaces NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_rules NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_rule_changes NO FORCE ROW LEVEL SECURITY;
SELECT svar_usual_rules(id, created_at) FROM workspaces;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
ALTER TABLE case_rules FORCE ROW LEVEL SECURITY;
ALTER TABLE case_rule_changes FORCE ROW LEVEL SECURITY;
