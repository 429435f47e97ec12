-- A workspace takes its log along when it goes, so the application may remove demonstrations only, and cannot make one
-- of a company's workspace first. A company's goes by the owner's hand (docs/decisions/0048).
CREATE POLICY samples_only ON workspaces AS RESTRICTIVE FOR DELETE TO svar_app USING (sample_loaded_at IS NOT NULL);

CREATE FUNCTION svar_keep_real() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'a company''s workspace cannot be made a demonstration' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER workspaces_keep_real BEFORE UPDATE OF sample_loaded_at ON workspaces
  FOR EACH ROW WHEN (OLD.sample_loaded_at IS NULL AND NEW.sample_loaded_at IS NOT NULL)
  EXECUTE FUNCTION svar_keep_real();
