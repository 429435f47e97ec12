-- People who analyse read as this role, one workspace at a time and no secrets; what it may see is granted at the end
-- of each run of the migrations (db/readers.ts), so that tables that come later are not forgotten.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'svar_read') THEN
    CREATE ROLE svar_read NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO svar_read;
