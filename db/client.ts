import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { endWithConnection } from "./lost-connection.ts";
import { countTransactions, type PoolFigures } from "./pool-figures.ts";
import { renewedWhenLost } from "./renewed-pool.ts";
import * as schema from "./schema/index.ts";

export type Db = PostgresJsDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type Connection = { sql: Sql; db: Db; pool: PoolFigures; close(): Promise<void> };

/**
 * A pool of connections to the database at `url`.
 * `prepare: false` is for a transaction pooler older than PgBouncer 1.21. Limits of RELIABILITY.md G1 are
 * set per transaction (server/context.ts), because a pooler refuses them at connection time.
 */
export function connect(url: string, options: { max?: number; prepare?: boolean } = {}): Connection {
  const max = options.max ?? 10;
  const sql = endWithConnection(
    renewedWhenLost((onclose) =>
      postgres(url, {
        max,
        prepare: options.prepare ?? true,
        connect_timeout: 10,
        max_lifetime: null,
        onnotice: () => {},
        onclose,
      }),
    ),
  );
  const pool = countTransactions(sql, max);
  return { sql, pool, db: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}
