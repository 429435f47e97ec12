import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import * as schema from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";

/** Tables that belong to no workspace, each with its reason. */
const shared = new Set([
  "users", // a person may work in several workspaces
  "sessions",
  "credentials",
  "verifications",
  "rate_limits",
  "known_browsers",
  "second_factors",
  "recovery_codes",
  "passkeys",
  "mail_domains", // a receiver slows down the installation, not one workspace
  "migrations",
]);

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1 });
afterAll(() => owner.end());

const tables = (
  await owner<{ name: string; rls: boolean; forced: boolean }[]>`
    SELECT relname AS name, relrowsecurity AS rls, relforcerowsecurity AS forced
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`
).filter((table) => !shared.has(table.name));

/** `workspaces` is its own tenant: its id is the workspace's. */
const tenantTables = tables.filter((table) => table.name !== "workspaces");

describe("every table of a workspace", () => {
  it("has row-level security, forced", () => {
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter((table) => !table.rls || !table.forced)).toEqual([]);
  });

  it("has workspace_id first in its primary key and in every unique index", async () => {
    const indexes = await owner<{ table: string; index: string; first: string }[]>`
      SELECT c.relname AS table, i.relname AS index, a.attname AS first
      FROM pg_index x
      JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
      WHERE x.indisunique AND c.relnamespace = 'public'::regnamespace`;
    const names = new Set(tenantTables.map((table) => table.name));
    const wrong = indexes.filter((row) => names.has(row.table) && row.first !== "workspace_id");
    expect(wrong).toEqual([]);
    expect(new Set(indexes.filter((row) => names.has(row.table)).map((row) => row.table))).toEqual(names);
  });

  it("has workspace_id in every foreign key to another such table", async () => {
    const keys = await owner<{ name: string; columns: string[]; target: string }[]>`
      SELECT k.conname AS name, k.confrelid::regclass::text AS target,
        (SELECT array_agg(a.attname) FROM unnest(k.conkey) n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n) AS columns
      FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`;
    const wrong = keys.filter((key) => !shared.has(key.target) && !key.columns.includes("workspace_id"));
    expect(wrong).toEqual([]);
    expect(keys.length).toBeGreaterThan(15);
  });

  it("shows nothing before a workspace is entered", async () => {
    for (const table of tables) {
      const rows = await owner.begin(async (tx) => {
        await tx`SET LOCAL ROLE svar_app`;
        return tx`SELECT 1 FROM ${tx(table.name)} LIMIT 1`;
      });
      expect(rows, table.name).toHaveLength(0);
    }
  });
});

it("the application's roles own nothing, bypass nothing and create nothing", async () => {
  const roles = await owner`
    SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
      has_schema_privilege(rolname, 'public', 'CREATE') AS creates,
      EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) AS owns
    FROM pg_roles WHERE rolname IN ('svar_app', 'svar_team', 'svar_door', 'svar_search')`;
  expect(roles).toHaveLength(4);
  for (const { rolname, ...rights } of roles) {
    expect(
      Object.values(rights).every((right) => right === false),
      String(rolname),
    ).toBe(true);
  }
});

it("whatever is about a customer is restricted for those who see their own teams' things only", async () => {
  const rows = await owner<{ table: string }[]>`
    SELECT DISTINCT table_name AS table FROM information_schema.columns c
    WHERE table_schema = 'public' AND table_name <> ALL (${[...unrestricted]})
      AND (table_name IN ('cases', 'contacts', 'responses') OR column_name IN ('case_id', 'response_id', 'contact_id',
        'invitation_id', 'inbound_mail_id', 'check_id', 'promise_id', 'team_id'))
      AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.table_name AND p.policyname = 'own_sight'
        AND p.permissive = 'RESTRICTIVE' AND p.roles = '{svar_team}')`;
  expect(rows.map(({ table }) => table)).toEqual([]);
});

/** What says nothing of a customer, each with its reason. */
const unrestricted = new Set([
  "unconsidered_responses", // the worker's list: ids and times
  "alerts", // what a member wants to hear of
  "team_members", // who works where
  "working_times", // when a team works
  "closed_days",
]);

it("the tables are what db/schema says they are", async () => {
  const columns = await owner<{ table: string; name: string; nullable: string; type: string }[]>`
    SELECT table_name AS table, column_name AS name, is_nullable AS nullable, data_type AS type
    FROM information_schema.columns WHERE table_schema = 'public'`;
  const inDatabase = columns
    .filter((column) => column.table !== "migrations")
    .map((column) => `${column.table}.${column.name} ${column.nullable === "YES" ? "null" : "not null"}`)
    .sort();
  const inSchema = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .flatMap((table) =>
      Object.values(getTableColumns(table)).map(
        (column) => `${getTableName(table)}.${column.name} ${column.notNull ? "not null" : "null"}`,
      ),
    )
    .sort();
  expect(inDatabase).toEqual(inSchema);
});
