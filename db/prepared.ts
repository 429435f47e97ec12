import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Db, Tx } from "./client.ts";

/** What a single statement can be run on: a transaction, or the pool, where it is a transaction of its own. */
export type Statements = Pick<Db, "_"> | Pick<Tx, "_">;

/**
 * Runs a statement whose text never changes, and returns its rows. Each connection has PostgreSQL parse and
 * plan it once; `tx.execute` does so every time and asks for the types of the parameters first, which costs a
 * round trip more.
 */
export function runPrepared<Row extends Record<string, unknown>>(
  db: Statements,
  text: string,
  params: (string | number | boolean | null)[],
): Promise<Row[]> {
  const statement = db._.session.prepareQuery<{ execute: Row[]; all: Row[]; values: unknown[][] }>(
    { sql: text, params },
    undefined,
    "constant",
    false,
  );
  return statement.execute();
}

const dialect = new PgDialect();
const mostTexts = 200;
const texts = new Set<string>();

/** Whether a statement with this text is prepared: the first 200 of a process are, for connections keep what they prepared. */
function isOften(text: string): boolean {
  if (texts.size < mostTexts) texts.add(text);
  return texts.has(text);
}

/**
 * `tx.execute` for what is read often and whose text depends on what it is narrowed by: of the same text each connection
 * has PostgreSQL parse it once, and sends several such statements at once instead of waiting for each to be described.
 */
export function runOften<Row extends Record<string, unknown>>(
  db: Statements,
  statement: SQL,
): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(statement);
  const name = isOften(sql) ? "often" : undefined;
  return db._.session
    .prepareQuery<{ execute: Row[]; all: Row[]; values: unknown[][] }>(
      { sql, params },
      undefined,
      name,
      false,
    )
    .execute();
}

/** The same for a statement that a builder makes. */
export async function selectOften<Rows>(
  query: PromiseLike<Rows> & {
    toSQL(): { sql: string };
    prepare(name: string): { execute(): Promise<Rows> };
  },
): Promise<Rows> {
  return isOften(query.toSQL().sql) ? query.prepare("often").execute() : query;
}
