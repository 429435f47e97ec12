-- The words of a survey are a draft until they are published; each publishing freezes a version.
ALTER TABLE surveys
  ADD COLUMN draft jsonb,
  ADD COLUMN version integer DEFAULT 1 NOT NULL,
  ADD COLUMN published_at timestamptz,
  ADD COLUMN published_by text,
  ADD FOREIGN KEY (published_by) REFERENCES users (id) ON DELETE SET NULL;
UPDATE surveys SET published_at = updated_at;

CREATE TABLE survey_versions (
  workspace_id uuid NOT NULL,
  survey_id uuid NOT NULL,
  version integer NOT NULL,
  tone survey_tone NOT NULL,
  texts jsonb NOT NULL,
  drivers jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text,
  PRIMARY KEY (workspace_id, survey_id, version),
  FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (published_by) REFERENCES users (id) ON DELETE SET NULL
);
SELECT svar_protect('survey_versions');
REVOKE UPDATE, DELETE ON survey_versions FROM svar_app;

INSERT INTO survey_versions
SELECT workspace_id, id, version, tone, texts, drivers, published_at, published_by FROM surveys;

CREATE FUNCTION svar_freeze_survey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO survey_versions (workspace_id, survey_id, version, tone, texts, drivers, published_at, published_by)
  VALUES (NEW.workspace_id, NEW.id, NEW.version, NEW.tone, NEW.texts, NEW.drivers,
    coalesce(NEW.published_at, NEW.updated_at), NEW.published_by);
  RETURN NULL;
END $$;
CREATE TRIGGER freeze_version AFTER INSERT OR UPDATE OF version ON surveys
  FOR EACH ROW EXECUTE FUNCTION svar_freeze_survey();
-- Words are published or not there: whoever changes them makes a version.
CREATE FUNCTION svar_words_have_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.tone, NEW.texts, NEW.drivers) IS DISTINCT FROM (OLD.tone, OLD.texts, OLD.drivers)
    AND NEW.version = OLD.version THEN
    RAISE EXCEPTION 'the words of a survey change with a version only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER words_have_versions BEFORE UPDATE ON surveys
  FOR EACH ROW EXECUTE FUNCTION svar_words_have_versions();
