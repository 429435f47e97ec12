import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** Next bundles its own copy of this file; both must name the same request. */
const held = globalThis as typeof globalThis & { svarRequestId?: AsyncLocalStorage<string> };
held.svarRequestId ??= new AsyncLocalStorage();
const asked = held.svarRequestId;

const wellFormed = /^[A-Za-z0-9][\w.:-]{7,63}$/;

/** The id that came with a request, when it looks like one (8 to 64 characters), else a new one. */
export function requestIdFrom(given: string | undefined): string {
  return given && wellFormed.test(given) ? given : randomUUID();
}

/** Runs `work` so that all it logs and enqueues carries the id. */
export function withRequestId<T>(id: string, work: () => T): T {
  return asked.run(id, work);
}

/** The id of the request, or of the task's, that is being worked for; null when it is none. */
export function currentRequestId(): string | null {
  return asked.getStore() ?? null;
}
