import type { Sql } from "postgres";

/** So long after its end a pool may still have opened connections that it was about to; they are ended then. */
const lateMs = [1_000, 30_000];

/** What postgres.js keeps of the types of the database, once a connection has asked for them. */
type Known = {
  fetch_types: boolean;
  parsers: object;
  serializers: object;
  shared: { typeArrayMap: Record<number, number> };
};

/**
 * The pool that `open` makes, replaced by a new one as soon as one of its connections is lost; what still runs in the old
 * one fails with CONNECTION_DESTROYED. postgres.js 3.4.9 opens lost connections again as they were: with bytes that were
 * never sent, so that they cannot log in, and with a statement left over from before, which the login then counts as done,
 * be it a BEGIN. Connections must not end by being idle or old, which looks the same from here.
 */
export function renewedWhenLost(open: (onclose: () => void) => Sql): Sql {
  let over = false;
  let current = fresh();

  function fresh(former?: Sql): Sql {
    const pool: Sql = open(() => {
      if (over || pool !== current) return;
      current = fresh(pool);
      pool.end({ timeout: 0 }).catch(() => {});
      for (const ms of lateMs) setTimeout(() => closeIdle(pool), ms).unref();
    });
    if (former) inherit(knownOf(pool), knownOf(former));
    return pool;
  }

  const end: Sql["end"] = (options) => {
    over = true;
    return current.end(options);
  };
  function begin(...given: unknown[]): unknown {
    stopAsking(knownOf(current));
    return Reflect.apply(current.begin as never, current, given);
  }
  const ours: Record<PropertyKey, unknown> = { end, begin };
  return new Proxy(current, {
    apply: (_first, _self, given) => Reflect.apply(current as never, undefined, given),
    get: (_first, key) => (Object.hasOwn(ours, key) ? ours[key] : Reflect.get(current, key)),
    set(_first, key, value) {
      ours[key] = value;
      return true;
    },
  });
}

/** Ends what connections it has, also after its end; the types of postgres.js do not tell of `close`. */
function closeIdle(pool: Sql): void {
  (pool as Sql & { close(): Promise<void> }).close().catch(() => {});
}

const knownOf = (pool: Sql) => pool.options as unknown as Known;

function inherit(pool: Known, former: Known): void {
  Object.assign(pool.parsers, former.parsers);
  Object.assign(pool.serializers, former.serializers);
  Object.assign(pool.shared.typeArrayMap, former.shared.typeArrayMap);
  stopAsking(pool);
}

/** A connection lost while it asks for types rejects a promise that nobody can await. They are asked for once. */
function stopAsking(known: Known): void {
  if (known.fetch_types && Object.keys(known.shared.typeArrayMap).length > 0) known.fetch_types = false;
}
