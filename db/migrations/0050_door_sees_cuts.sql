-- The worker looks for the workspaces that have counters by one thing, to drop those by names.
CREATE POLICY door ON response_cuts FOR SELECT TO svar_door USING (true);
GRANT SELECT (workspace_id) ON response_cuts TO svar_door;
