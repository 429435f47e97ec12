import type { Sql, TransactionSql } from "postgres";

type Work = (tx: TransactionSql) => Promise<unknown>;
type Begin = (options: string, work: Work) => Promise<unknown>;

const mostTries = 3;

/**
 * Makes transactions of `sql` end at once when their connection is lost, and only then. Without it postgres.js 3.4.9
 * sends a ROLLBACK, and whatever the transaction's code still asks for, over a connection that is gone, which ends
 * the process, or that has come back and serves another transaction by then. A transaction that meets a lost
 * connection before its work has begun is begun again. Returns `sql`.
 */
export function endWithConnection(sql: Sql): Sql {
  const begin = sql.begin.bind(sql) as Begin;
  async function beginGuarded(...given: [string, Work] | [Work]): Promise<unknown> {
    const [options, work] = given.length === 1 ? ["", given[0]] : given;
    for (let tries = 1; ; tries++) {
      let begun = false;
      const once: Work = (tx) => {
        begun = true;
        return work(tx);
      };
      try {
        return await beginOnce(begin, options, once);
      } catch (error) {
        if (begun || tries === mostTries || !isConnectionLost(error)) throw error;
      }
    }
  }
  return Object.assign(sql, { begin: beginGuarded });
}

async function beginOnce(begin: Begin, options: string, work: Work): Promise<unknown> {
  let over = false;
  try {
    return await begin(options, async (tx) => {
      const [result] = await Promise.allSettled([work(usableUntil(tx, () => over))]);
      const failed = result.status === "rejected";
      // What is returned or thrown here has a COMMIT or a ROLLBACK sent; begin itself fails by the connection's end.
      if (over || (failed && isConnectionLost(result.reason))) return new Promise<never>(() => {});
      if (failed) throw result.reason;
      return result.value;
    });
  } finally {
    over = true;
  }
}

function usableUntil(tx: TransactionSql, isOver: () => boolean): TransactionSql {
  return new Proxy(tx, {
    get(target, key) {
      if (isOver())
        throw new Error("this transaction has ended: it was committed, or its connection was lost");
      return Reflect.get(target, key, target);
    },
  });
}

const socketErrors = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);

/** Whether `error`, or what it was caused by, says that the connection is gone, or that the server ends it (57P01 to 57P05). */
function isConnectionLost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (socketErrors.has(code) || /^57P0[1-5]$/.test(code)) return true;
  }
  return false;
}
