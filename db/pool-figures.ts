import type { Sql, TransactionSql } from "postgres";

/** How many transactions of a pool run, and how many wait for one of its `size` connections. */
export type PoolFigures = { size: number; running: number; waiting: number };

type Work = (tx: TransactionSql) => Promise<unknown>;
type Begin = (...given: [string, Work] | [Work]) => Promise<unknown>;

/** Counts the transactions of `sql`, which postgres.js does not tell of. Single statements are not counted. */
export function countTransactions(sql: Sql, size: number): PoolFigures {
  const begin = sql.begin.bind(sql) as Begin;
  const figures = { size, running: 0, waiting: 0 };
  async function beginCounted(...given: [string, Work] | [Work]): Promise<unknown> {
    const [options, work] = given.length === 1 ? ["", given[0]] : given;
    let state: "waiting" | "running" = "waiting";
    figures.waiting += 1;
    const counted: Work = (tx) => {
      figures[state] -= 1;
      state = "running";
      figures.running += 1;
      return work(tx);
    };
    try {
      return await begin(options, counted);
    } finally {
      figures[state] -= 1;
    }
  }
  Object.assign(sql, { begin: beginCounted });
  return figures;
}
