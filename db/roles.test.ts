import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { testRuntime, withDatabase } from "#server/test/database.ts";
import { makeContact, makeWorkspace } from "#server/test/factories.ts";
import { migrate } from "./migrate.ts";
import { hiddenFromReaders, secretColumn } from "./readers.ts";
import { handOverSql } from "./roles.ts";

const rt = await testRuntime();
const admin = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const notOwned = (sql: postgres.Sql) => sql<{ what: string }[]>`
  SELECT what FROM (
    SELECT c.oid::regclass::text AS what, c.relowner AS owner FROM pg_class c
    WHERE c.relnamespace::regnamespace::text IN ('public', 'pgboss') AND c.relkind IN ('r', 'p', 'S', 'v')
    UNION ALL
    SELECT p.oid::regprocedure::text, p.proowner FROM pg_proc p
    WHERE p.pronamespace::regnamespace::text IN ('public', 'pgboss')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ) AS things WHERE owner <> (SELECT oid FROM pg_roles WHERE rolname = 'svar_owner')`;

describe("the roles of the database", () => {
  it("are an owner that is no superuser, a login that owns nothing, and readers", async () => {
    const roles = await admin`
      SELECT rolname AS name, rolcanlogin AS "logsIn", rolsuper OR rolcreaterole OR rolcreatedb AS "rules",
        rolbypassrls AS "bypasses", EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS "owns",
        has_schema_privilege(rolname, 'public', 'CREATE') AS "creates"
      FROM pg_roles r WHERE rolname IN ('svar_owner', 'svar', 'svar_read') ORDER BY rolname`;
    const powerless = { rules: false, bypasses: false, owns: false, creates: false };
    expect([...roles]).toEqual([
      { name: "svar", logsIn: true, ...powerless },
      { name: "svar_owner", logsIn: true, rules: false, bypasses: true, owns: true, creates: false },
      { name: "svar_read", logsIn: false, ...powerless },
    ]);
  });

  it("leave everything to the owner", async () => {
    expect([...(await notOwned(admin))]).toEqual([]);
  });

  it("give the public no table, and no function the rights of its owner", async () => {
    const tables = await admin`
      SELECT c.oid::regclass::text AS name FROM pg_class c, aclexplode(c.relacl) AS granted
      WHERE granted.grantee = 0 AND c.relnamespace::regnamespace::text IN ('public', 'pgboss')`;
    expect([...tables]).toEqual([]);
    const definers = await admin`
      SELECT p.oid::regprocedure::text AS name FROM pg_proc p
      WHERE p.prosecdef AND p.pronamespace::regnamespace::text IN ('public', 'pgboss')
        AND NOT EXISTS (SELECT FROM unnest(p.proconfig) AS setting WHERE setting LIKE 'search\\_path=%')`;
    expect([...definers]).toEqual([]);
  });

  it("do not let a process wait or hold locks for long", async () => {
    const login = postgres(rt.url, { max: 1 });
    onTestFinished(() => login.end());
    const [limits] = await login`
      SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
        current_setting('idle_in_transaction_session_timeout') AS idle`;
    expect(limits).toEqual({ statement: "1min", lock: "5s", idle: "1min" });
  });

  it("can be given what another role owned", async () => {
    const name = `test_${randomBytes(6).toString("hex")}`;
    const server = postgres(withDatabase(inject("postgres").ownerUrl, "postgres"), {
      max: 1,
      onnotice: () => {},
    });
    await server`CREATE DATABASE ${server(name)}`;
    const old = withDatabase(inject("postgres").ownerUrl, name);
    await migrate(old, { loginRole: "svar" });
    const sql = postgres(old, { max: 1, onnotice: () => {} });
    onTestFinished(async () => {
      await sql.end();
      await server`DROP DATABASE ${server(name)} WITH (FORCE)`;
      await server.end();
    });
    expect((await notOwned(sql)).length).toBeGreaterThan(20);
    await sql.unsafe(handOverSql);
    expect([...(await notOwned(sql))]).toEqual([]);
  });
});

describe("readers", () => {
  const asReader = <T>(workspaceId: string, work: (tx: postgres.TransactionSql) => Promise<T>) =>
    admin.begin(async (tx) => {
      await tx`SET LOCAL ROLE svar_read`;
      await tx`SELECT set_config('app.workspace_id', ${workspaceId}, true)`;
      return work(tx);
    });

  it("see one workspace, and nothing before they say which", async () => {
    const [ours, others] = [await makeWorkspace(rt), await makeWorkspace(rt)];
    for (const workspace of [ours, others]) await workspace.run((ctx) => makeContact(rt, ctx, "Kari Lind"));
    const seen = (workspaceId: string) =>
      asReader(workspaceId, (tx) => tx`SELECT DISTINCT workspace_id AS id FROM contacts`);
    expect([...(await seen(ours.id))]).toEqual([{ id: ours.id }]);
    expect([...(await seen(""))]).toEqual([]);
    const named = await asReader(others.id, (tx) => tx`SELECT slug FROM workspaces`);
    expect([...named]).toEqual([{ slug: others.slug }]);
  });

  it("write nothing", async () => {
    const { id } = await makeWorkspace(rt);
    await expect(asReader(id, (tx) => tx`DELETE FROM contacts`)).rejects.toThrow("permission denied");
    const rights = await admin`
      SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND (has_any_column_privilege('svar_read', c.oid, 'INSERT') OR has_any_column_privilege('svar_read', c.oid, 'UPDATE')
          OR has_table_privilege('svar_read', c.oid, 'DELETE') OR has_table_privilege('svar_read', c.oid, 'TRUNCATE'))`;
    expect([...rights]).toEqual([]);
  });

  it("see no secrets", async () => {
    const seen = await admin<{ table: string; column: string }[]>`
      SELECT c.relname AS table, a.attname AS column FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND has_column_privilege('svar_read', c.oid, a.attnum, 'SELECT')`;
    expect(
      seen.filter(({ table, column }) => hiddenFromReaders.has(table) || secretColumn.test(column)),
    ).toEqual([]);
    expect(new Set(seen.map(({ table }) => table)).size).toBeGreaterThan(40);
    const bytes = await admin<{ name: string }[]>`
      SELECT c.relname || '.' || a.attname AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND a.atttypid = 'bytea'::regtype
        AND has_column_privilege('svar_read', c.oid, a.attnum, 'SELECT')`;
    expect(bytes.map(({ name }) => name).sort()).toEqual([]);
  });
});
