import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { figures } from "#server/metrics/figures.ts";
import type { LiveEvent } from "./events.ts";
import { channel } from "./publish.ts";

type Listener = (event: LiveEvent | "resync") => void;

export type Subscriber = {
  /** Calls `listener` with each announcement of `workspaceId`, or "resync" when some may have been missed. Returns the way to stop. */
  subscribe(workspaceId: string | "all", listener: Listener): () => void;
  close(): Promise<void>;
};

const heartbeatMs = 3_000;
const patienceMs = 3_000;

/**
 * The one LISTEN connection of this process to the database at `url`, fanned out in memory (RELIABILITY.md 2.2). Every few seconds it
 * must hear itself; when it does not, because the server restarted, ended it, or fell silent, it is made anew,
 * as often as needed: postgres.js gives up for good when the server is not back at once. On each connection
 * every listener is told to resync.
 */
export async function createSubscriber(url: string, onError: (error: unknown) => void): Promise<Subscriber> {
  const listeners = new Map<string, Set<Listener>>();
  const tell = (key: string, event: LiveEvent | "resync") => {
    for (const listener of listeners.get(key) ?? []) listener(event);
  };
  const hear = (payload: string) => {
    const event: LiveEvent = JSON.parse(payload);
    tell(event.workspaceId, event);
    tell("all", event);
  };
  const resync = () => {
    for (const key of listeners.keys()) tell(key, "resync");
  };

  const closing = new AbortController();
  let ear = await openEar(url, hear, resync);
  figures().listening.set(1);
  const watching = watch();

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      await sleep(heartbeatMs, undefined, { signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted || (await ear.hears())) continue;
      figures().listening.set(0);
      await ear.close();
      await openEar(url, hear, resync).then((fresh) => {
        ear = fresh;
        figures().listening.set(1);
      }, onError);
    }
  }

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
      closing.abort();
      await watching;
      await ear.close();
    },
  };
}

type Ear = {
  /** Whether a message sent to it arrives in time. */
  hears(): Promise<boolean>;
  close(): Promise<void>;
};

async function openEar(url: string, hear: (payload: string) => void, onListen: () => void): Promise<Ear> {
  // A connection lost while it asks for types rejects a promise that nobody can await.
  const own = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  const mine = `svar_ear_${randomUUID()}`;
  let heard = () => {};
  const close = () => own.end({ timeout: 1 }).catch(() => {});
  try {
    await own.listen(mine, () => heard());
    await own.listen(channel, hear, onListen);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async hears() {
      const echo = new Promise<boolean>((resolve) => {
        heard = () => resolve(true);
      });
      const asked = own.notify(mine, "").then(
        () => echo,
        () => false,
      );
      return Promise.race([asked, sleep(patienceMs, false, { ref: false })]);
    },
    close,
  };
}
