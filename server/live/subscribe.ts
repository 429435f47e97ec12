import type { Sql } from "postgres";
import type { LiveEvent } from "./events.ts";
import { channel } from "./publish.ts";

type Listener = (event: LiveEvent | "resync") => void;

export type Subscriber = {
  /** Calls `listener` with each announcement of `workspaceId`, or "resync" when some may have been missed. Returns the way to stop. */
  subscribe(workspaceId: string | "all", listener: Listener): () => void;
  close(): Promise<void>;
};

const heartbeatMs = 10_000;

/**
 * The one LISTEN connection of this process, fanned out in memory (RELIABILITY.md 2.2). postgres.js
 * reconnects by itself; on each connection every listener is told to resync. A heartbeat finds a
 * connection that died without saying so.
 */
export async function createSubscriber(sql: Sql, onError: (error: unknown) => void): Promise<Subscriber> {
  const listeners = new Map<string, Set<Listener>>();
  const tell = (key: string, event: LiveEvent | "resync") => {
    for (const listener of listeners.get(key) ?? []) listener(event);
  };
  const resync = () => {
    for (const key of listeners.keys()) tell(key, "resync");
  };

  const subscription = await sql.listen(
    channel,
    (payload) => {
      const event: LiveEvent = JSON.parse(payload);
      tell(event.workspaceId, event);
      tell("all", event);
    },
    resync,
  );
  const heartbeat = setInterval(() => sql`SELECT 1`.catch(onError), heartbeatMs);
  heartbeat.unref();

  return {
    subscribe(workspaceId, listener) {
      const set = listeners.get(workspaceId) ?? new Set();
      listeners.set(workspaceId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(workspaceId);
      };
    },
    async close() {
      clearInterval(heartbeat);
      await subscription.unlisten();
    },
  };
}
