import type { Sql } from "postgres";
import type { LiveEvent, LiveKind } from "./events.ts";

export const channel = "svar_live";
const windowMs = 250;
const mostIds = 20;

export type Publisher = {
  /** Notes a change; it is announced at once, or with others of the same workspace within 250 ms of the last. Never throws. */
  publish(workspaceId: string, kind: LiveKind, id?: string): void;
  /** Announces what is noted, at once. */
  flush(): Promise<void>;
};

/**
 * A publisher that coalesces: at most four announcements a second for a workspace, each in a tiny
 * transaction of its own, since NOTIFY takes a database-wide lock at commit (PERFORMANCE.md). Whoever listens looks
 * from time to time without one (streams.ts, outbox.ts), so a failed one is dropped after `onError`.
 */
export function createPublisher(sql: Sql, onError: (error: unknown) => void): Publisher {
  let pending = new Map<string, Map<LiveKind, Set<string> | "many">>();
  let timer: NodeJS.Timeout | undefined;
  let announcedAt = -windowMs;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    announcedAt = performance.now();
    const events = [...pending].map(([workspaceId, kinds]) => toEvent(workspaceId, kinds));
    pending = new Map();
    for (const event of events) {
      await sql`SELECT pg_notify(${channel}, ${JSON.stringify(event)})`.catch(onError);
    }
  }

  return {
    publish(workspaceId, kind, id) {
      const kinds = pending.get(workspaceId) ?? new Map<LiveKind, Set<string> | "many">();
      pending.set(workspaceId, kinds);
      kinds.set(kind, widen(kinds.get(kind), id));
      timer ??= setTimeout(flush, Math.max(0, announcedAt + windowMs - performance.now()));
    },
    flush,
  };
}

function widen(ids: Set<string> | "many" | undefined, id: string | undefined): Set<string> | "many" {
  if (ids === "many" || id === undefined) return "many";
  const wider = (ids ?? new Set<string>()).add(id);
  return wider.size > mostIds ? "many" : wider;
}

function toEvent(workspaceId: string, kinds: Map<LiveKind, Set<string> | "many">): LiveEvent {
  return {
    workspaceId,
    changes: Object.fromEntries([...kinds].map(([kind, ids]) => [kind, ids === "many" ? [] : [...ids]])),
  };
}
