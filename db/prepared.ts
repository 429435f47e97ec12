import type { Tx } from "./client.ts";

/**
 * Runs a statement whose text never changes, and returns its rows. Each connection has PostgreSQL parse and
 * plan it once; `tx.execute` does so every time and asks for the types of the parameters first, which costs a
 * round trip more. Parameters are texts, numbers, booleans and null.
 */
export function runPrepared<Row extends Record<string, unknown>>(
  tx: Tx,
  text: string,
  params: (string | number | boolean | null)[],
): Promise<Row[]> {
  const statement = tx._.session.prepareQuery<{ execute: Row[]; all: Row[]; values: unknown[][] }>(
    { sql: text, params },
    undefined,
    "constant",
    false,
  );
  return statement.execute();
}
