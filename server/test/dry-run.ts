import type { Db } from "#db/client.ts";
import type { Runtime } from "#server/entry.ts";

class Undone {
  readonly result: unknown;
  constructor(result: unknown) {
    this.result = result;
  }
}

/** The same runtime, whose transactions are rolled back at their end: what is done through it returns as ever and leaves nothing. */
export function dryRun(rt: Runtime): Runtime {
  const transaction: Db["transaction"] = async (work, config) => {
    try {
      return await rt.connection.db.transaction(async (tx) => {
        throw new Undone(await work(tx));
      }, config);
    } catch (caught) {
      if (caught instanceof Undone) return caught.result as Awaited<ReturnType<typeof work>>;
      throw caught;
    }
  };
  const db = new Proxy(rt.connection.db, {
    get: (real, key) => (key === "transaction" ? transaction : Reflect.get(real, key)),
  });
  return { ...rt, connection: { ...rt.connection, db } };
}
