import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isOutside } from "./migrate.ts";

/** Migrations before this one made the tables; nobody had answers in them yet. */
const first = "0087";

/** Tables that grow with customers and their answers: a lock or a scan of one is felt by all who write to it. */
const large = (
  "responses response_versions response_counts response_count_deltas response_cuts invitations contacts accounts " +
  "outbound_mails mail_events inbound_mails bounces cases case_events case_messages case_closures answer_evidence " +
  "audit_entries unconsidered_responses events"
).split(" ");

type Rule = { danger: string; wayOut: string; at: RegExp };

const table = '(?:ONLY )?"?(?<table>[a-z_]+)"?';
const altering = `ALTER TABLE (?:IF EXISTS )?${table}[^;]*?`;

const rules: Rule[] = [
  {
    danger: "builds an index while nobody may write",
    wayOut: "CREATE INDEX CONCURRENTLY in a file of its own that begins with `-- outside a transaction`",
    at: new RegExp(`CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)[^;]*? ON ${table}`, "gi"),
  },
  {
    danger: "rewrites the table for a column's default or for a generated or numbered column",
    wayOut: "add it without, fill it in batches in the worker, set the default apart",
    at: new RegExp(
      `${altering}ADD (?:COLUMN )?[^;,]*(?:DEFAULT [^;,]*(?:svar_new_id|gen_random_uuid|clock_timestamp|random|nextval)\\(|GENERATED ALWAYS AS|SERIAL)`,
      "gi",
    ),
  },
  {
    danger: "reads the whole table for SET NOT NULL",
    wayOut:
      "add CHECK (… IS NOT NULL) NOT VALID, VALIDATE it in the next file, then SET NOT NULL and drop it in a third",
    at: new RegExp(`${altering}SET NOT NULL(?![\\s\\S]*DROP CONSTRAINT)`, "gi"),
  },
  {
    danger: "rewrites the table for a column's type",
    wayOut: "add a second column, fill it in batches, change over, drop the first in a later release",
    at: new RegExp(`${altering}ALTER (?:COLUMN )?\\S+ (?:SET DATA )?TYPE`, "gi"),
  },
  {
    danger: "checks every row of a constraint under a lock",
    wayOut: "add it NOT VALID and VALIDATE CONSTRAINT in the next file",
    at: new RegExp(`${altering}ADD (?:CONSTRAINT \\S+ )?(?:CHECK|FOREIGN KEY)(?![^;]*NOT VALID)`, "gi"),
  },
  {
    danger: "builds a unique index under a lock",
    wayOut: "create the index concurrently, then ADD CONSTRAINT … USING INDEX",
    at: new RegExp(`${altering}ADD (?:CONSTRAINT \\S+ )?(?:UNIQUE|PRIMARY KEY)(?![^;]*USING INDEX)`, "gi"),
  },
  {
    danger: "takes a name from what is still running",
    wayOut: "add the new one beside it and drop the old one in a later release",
    at: new RegExp(`${altering}RENAME`, "gi"),
  },
  {
    danger: "changes all rows in one transaction",
    wayOut: "change them in batches in the worker",
    at: new RegExp(`(?:^|\\n)\\s*(?:UPDATE|DELETE FROM) ${table}`, "gi"),
  },
  {
    danger: "locks the table",
    wayOut: "leave it out",
    at: new RegExp(`(?:LOCK (?:TABLE )?|CLUSTER |VACUUM FULL |TRUNCATE (?:TABLE )?)${table}`, "gi"),
  },
];

/** What of `text` would be felt by those who write meanwhile, each with the way out. What a file makes itself is empty, and what a function does is done later. */
function dangersIn(text: string): string[] {
  const plain = text.replace(/--[^\n]*/g, "").replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''");
  const fresh = new Set(
    [...plain.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)/gi)].map((match) => match[1]!),
  );
  const felt = rules.flatMap(({ danger, wayOut, at }) =>
    [...plain.matchAll(at)]
      .map((match) => match.groups!.table!)
      .filter((name) => large.includes(name) && !fresh.has(name))
      .map((name) => `${name}: ${danger}. Instead: ${wayOut}.`),
  );
  const lost = /CONCURRENTLY/i.test(plain) && !isOutside(text);
  return lost ? [...felt, "CONCURRENTLY needs a file that begins with `-- outside a transaction`."] : felt;
}

const folder = join(import.meta.dirname, "migrations");
const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));

it("migrations hold up nobody who writes meanwhile", () => {
  const wrong = files
    .filter((name) => name >= first)
    .flatMap((name) => dangersIn(readFileSync(join(folder, name), "utf8")).map((what) => `${name}: ${what}`));
  expect(wrong).toEqual([]);
});

it("the tables that are large are there", () => {
  const all = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  expect(large.filter((name) => !new RegExp(`CREATE TABLE ${name} `).test(all))).toEqual([]);
});

it.each([
  "CREATE INDEX responses_new ON responses (workspace_id, score);",
  "CREATE UNIQUE INDEX IF NOT EXISTS one ON cases (workspace_id, number);",
  "ALTER TABLE responses ADD COLUMN key uuid NOT NULL DEFAULT gen_random_uuid();",
  "ALTER TABLE contacts ADD COLUMN folded text GENERATED ALWAYS AS (lower(name)) STORED;",
  "ALTER TABLE responses ALTER COLUMN score SET NOT NULL;",
  "ALTER TABLE responses ALTER COLUMN score TYPE integer;",
  "ALTER TABLE cases ADD CONSTRAINT known CHECK (number > 0);",
  "ALTER TABLE cases ADD FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id);",
  "ALTER TABLE invitations ADD CONSTRAINT once UNIQUE (workspace_id, number);",
  "ALTER TABLE contacts RENAME COLUMN name TO full_name;",
  "UPDATE responses SET score = 0;",
  "LOCK TABLE responses;",
  "CREATE INDEX CONCURRENTLY later ON responses (score);",
])("%s is refused", (statement) => {
  expect(dangersIn(statement)).toHaveLength(1);
});

it.each([
  "CREATE TABLE visits (id uuid); CREATE INDEX visits_id ON visits (id); ALTER TABLE visits ALTER COLUMN id SET NOT NULL;",
  "CREATE INDEX teams_name ON teams (workspace_id, name);",
  "ALTER TABLE responses ADD COLUMN seen_at timestamptz, ADD COLUMN kept boolean NOT NULL DEFAULT false;",
  "ALTER TABLE cases ADD CONSTRAINT known CHECK (number > 0) NOT VALID;",
  "ALTER TABLE cases VALIDATE CONSTRAINT known;",
  "ALTER TABLE cases ALTER COLUMN team_id SET NOT NULL; ALTER TABLE cases DROP CONSTRAINT cases_team_id_is_set;",
  "-- outside a transaction\n\nCREATE INDEX CONCURRENTLY IF NOT EXISTS later ON responses (workspace_id, score);",
  "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN\n UPDATE responses SET score = 0; END $$;",
])("%s is let through", (statement) => {
  expect(dangersIn(statement)).toEqual([]);
});
