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
