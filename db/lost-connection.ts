import type { Sql, TransactionSql } from "postgres";

type Work = (tx: TransactionSql) => Promise<unknown>;
type Begin = (options: string, work: Work) => Promise<unknown>;

const mostTries = 3;

/**
 * Makes transactions of `sql` end at once when their connection is lost, and only then. Without it postgres.js 3.4.9
 * sends a ROLLBACK (or one to a savepoint), and whatever the transaction's code still asks for, over a connection that is
 * gone, which ends the process, or that has come back and serves another transaction by then. A transaction that meets a
 * lost connection before its work has begun is begun again. Returns `sql`.
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

function beginOnce(begin: Begin, options: string, work: Work): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fate: Fate = { over: false, lost: reject };
    const done = begin(options, (tx) => unlessLost(fate, work, tx));
    done.then(resolve, reject).finally(() => {
      fate.over = true;
    });
  });
}

/** Shared by a transaction and its savepoints. `lost` ends it: the server may be long in closing what it still works at. */
type Fate = { over: boolean; lost(error: unknown): void };

/**
 * Runs `work`; once the connection is lost it never settles, for whatever is returned or thrown here has postgres.js send
 * a COMMIT or a ROLLBACK. The transaction is ended by its fate; whoever awaits a savepoint is told by `tell`.
 */
async function unlessLost(
  fate: Fate,
  work: Work,
  tx: TransactionSql,
  tell: (error: unknown) => void = () => {},
): Promise<unknown> {
  const [result] = await Promise.allSettled([work(usableUntil(tx, fate))]);
  const failed = result.status === "rejected";
  if (failed) noteLost(fate, result.reason);
  if (fate.over) {
    tell(failed ? result.reason : ended());
    return new Promise<never>(() => {});
  }
  if (failed) throw result.reason;
  return result.value;
}

function usableUntil(tx: TransactionSql, fate: Fate): TransactionSql {
  return new Proxy(tx, {
    get(target, key) {
      if (fate.over) throw ended();
      if (key === "savepoint") return savepoint;
      const value = Reflect.get(target, key, target);
      return key === "unsafe" ? (...given: unknown[]) => watched(value.apply(target, given), fate) : value;
    },
    apply(target, self, given) {
      if (fate.over) throw ended();
      return watched(Reflect.apply(target as never, self, given), fate);
    },
  });
  function savepoint(...given: [string, Work] | [Work]): Promise<unknown> {
    const work = given.pop() as Work;
    return new Promise((resolve, reject) => {
      const guarded: Work = (inner) => unlessLost(fate, work, inner, reject);
      (tx.savepoint as (...all: unknown[]) => Promise<unknown>)(...given, guarded).then(resolve, reject);
    });
  }
}

/** Notes that the connection is lost before anybody who awaits the query can hear of it and ask for more. */
function watched<T>(query: T, fate: Fate): T {
  if (!(query instanceof Promise) || !("reject" in query) || typeof query.reject !== "function") return query;
  const reject = query.reject;
  return Object.assign(query, {
    reject(error: unknown) {
      noteLost(fate, error);
      reject(error);
    },
  });
}

function noteLost(fate: Fate, error: unknown): void {
  if (!isConnectionLost(error)) return;
  fate.over = true;
  fate.lost(error);
}

const ended = () => new Error("this transaction has ended: it was committed, or its connection was lost");

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
