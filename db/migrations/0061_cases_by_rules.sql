-- Which rule opened a case, in which version; null where a person did, or before there were rules. `due_hours`: how many
-- hours of working time its rule gives for an answer; null: as many as the workspace does.
ALTER TABLE cases
  ADD COLUMN rule_id uuid,
  ADD COLUMN rule_version integer,
  ADD COLUMN due_hours integer CHECK (due_hours BETWEEN 1 AND 720),
  ADD FOREIGN KEY (workspace_id, rule_id, rule_version) REFERENCES case_rule_changes (workspace_id, rule_id, version),
  ADD CHECK ((rule_id IS NULL) = (rule_version IS NULL));
CREATE INDEX cases_rule ON cases (workspace_id, rule_id) WHERE rule_id IS NOT NULL;
-- Who of several gets the next case: whose last one is the longest ago, where they have as many open.
CREATE INDEX cases_given ON cases (workspace_id, assignee_id, opened_at);
