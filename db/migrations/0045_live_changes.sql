-- What changed on screens, by the transaction that changed it: whoever was away reads what came meanwhile
-- (docs/decisions/0024). A quarter of an hour is kept.
CREATE TABLE live_changes (
  workspace_id uuid NOT NULL,
  transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
  kinds text[] NOT NULL,
  at timestamptz DEFAULT now() NOT NULL,
  PRIMARY KEY (workspace_id, transaction)
);
SELECT svar_protect('live_changes');
CREATE POLICY door_reads ON live_changes FOR SELECT TO svar_door USING (true);
CREATE POLICY door_forgets ON live_changes FOR DELETE TO svar_door USING (true);
GRANT SELECT, DELETE ON live_changes TO svar_door;

-- Whether a stream's session has ended is asked at the door, for all streams of a process at once.
GRANT SELECT (id, user_id, expires_at) ON sessions TO svar_door;

-- Notes in the running transaction, and so with what it does or not at all, what it changes.
CREATE FUNCTION svar_note_change(changed text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO live_changes (workspace_id, kinds) VALUES (svar_workspace_id(), changed)
  ON CONFLICT (workspace_id, transaction) DO UPDATE SET kinds = live_changes.kinds || excluded.kinds
  WHERE NOT live_changes.kinds @> excluded.kinds
$$;

-- Answers are taken by functions that are one statement; this reaches all of them.
CREATE FUNCTION svar_note_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF svar_workspace_id() IS NOT NULL THEN
    PERFORM svar_note_change('{responses}');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_answers AFTER INSERT OR UPDATE OR DELETE ON responses
  FOR EACH STATEMENT EXECUTE FUNCTION svar_note_answers();

-- Where the asking statement stands: the run of the server (microseconds), the moment (milliseconds), and the
-- transactions it sees. STABLE, so that it is the snapshot of that statement and no later one.
CREATE FUNCTION svar_position() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws('.',
    (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint,
    (extract(epoch FROM statement_timestamp()) * 1000)::bigint,
    pg_current_snapshot())
$$;
