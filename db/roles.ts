/**
 * SQL that makes Svar's roles, for a superuser to run on any database of the server; it may be run again. No role is
 * given a password or more than it needs:
 * - `svar_owner` logs in to migrate and to back up, and owns database and tables: row-level security does not bind it, for
 *   migrations mend rows of all workspaces, and a dump must hold them all;
 * - `svar` logs in for the processes, owns nothing, and takes on `svar_app`, `svar_team`, `svar_door` or `svar_search` in each transaction;
 * - `svar_read` is granted to people who analyse: they read one workspace at a time, and no secrets (db/readers.ts).
 */
export const rolesSql = `
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['svar_owner', 'svar', 'svar_app', 'svar_team', 'svar_door', 'svar_search', 'svar_read'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', name);
    END IF;
  END LOOP;
END $$;
ALTER ROLE svar_owner LOGIN INHERIT BYPASSRLS;
ALTER ROLE svar LOGIN;
ALTER ROLE svar_team INHERIT;
GRANT svar_app, svar_team, svar_door, svar_search, svar_read TO svar_owner WITH ADMIN OPTION;
GRANT svar_app TO svar_team;
-- Functions of the application begin without a tenant (migration 0012).
GRANT SET ON PARAMETER "app.workspace_id" TO svar_owner;
-- A migration gives way to those who write (db/migrate.ts).
GRANT SET ON PARAMETER deadlock_timeout TO svar_owner;
-- A process that hangs must not hold locks. Long work sets its own limits in its transaction; migrations set theirs.
ALTER ROLE svar SET statement_timeout = '60s';
ALTER ROLE svar SET lock_timeout = '5s';
ALTER ROLE svar SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE svar_owner SET idle_in_transaction_session_timeout = '10min';
`;

/** The same with the database, for psql: `npm run -s svar -- database roles | psql -U postgres`. */
export const rolesForPsql = `${rolesSql.trim()}
SELECT 'CREATE DATABASE svar OWNER svar_owner ENCODING ''UTF8'' TEMPLATE template0'
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'svar') \\gexec
REVOKE ALL ON DATABASE svar FROM PUBLIC;
GRANT CONNECT ON DATABASE svar TO svar, svar_read;
-- Now give passwords: \\password svar_owner and \\password svar`;

/** SQL that gives what another role owns in this database to `svar_owner`, for a superuser: for databases made before it was there. */
export const handOverSql = `
DO $$
DECLARE
  statement text;
BEGIN
  FOR statement IN
    SELECT format('ALTER SCHEMA %I OWNER TO svar_owner', nspname) FROM pg_namespace WHERE nspname = 'pgboss'
    UNION ALL
    SELECT format('ALTER TABLE %s OWNER TO svar_owner', c.oid::regclass) FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p', 'v', 'm')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('ALTER SEQUENCE %s OWNER TO svar_owner', c.oid::regclass) FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'pgboss') AND c.relkind = 'S'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i', 'e'))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO svar_owner', p.oid::regprocedure) FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'pgboss')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('ALTER TYPE %s OWNER TO svar_owner', t.oid::regtype) FROM pg_type t
    JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname IN ('public', 'pgboss') AND t.typtype IN ('e', 'd')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('ALTER DATABASE %I OWNER TO svar_owner', current_database())
  LOOP
    EXECUTE statement;
  END LOOP;
END $$;
`;
