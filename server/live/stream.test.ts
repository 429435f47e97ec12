import { expect, it } from "vitest";
import type { LiveEvent } from "./events.ts";
import { liveMessages } from "./stream.ts";
import type { Subscriber } from "./subscribe.ts";

function inMemory() {
  const listeners = new Map<string, (event: LiveEvent | "resync") => void>();
  const subscriber: Subscriber = {
    subscribe(workspaceId, listener) {
      listeners.set(workspaceId, listener);
      return () => void listeners.delete(workspaceId);
    },
    close: async () => {},
  };
  return { listeners, subscriber };
}

it("begins with resync, tells what came while that was on its way, and merges a burst", async () => {
  const { listeners, subscriber } = inMemory();
  const ended = new AbortController();
  const stream = liveMessages(subscriber, "w", ended.signal);
  expect((await stream.next()).value).toEqual({ changed: "resync" });

  listeners.get("w")?.({ workspaceId: "w", changes: { responses: ["1"] } });
  listeners.get("w")?.({ workspaceId: "w", changes: { cases: ["2"], responses: ["3"] } });
  expect((await stream.next()).value).toEqual({ changed: ["responses", "cases"] });

  const next = stream.next();
  listeners.get("w")?.({ workspaceId: "w", changes: { cases: [] } });
  expect((await next).value).toEqual({ changed: ["cases"] });
});

it("tells everything to be read again when some may have been missed", async () => {
  const { listeners, subscriber } = inMemory();
  const stream = liveMessages(subscriber, "w", new AbortController().signal);
  await stream.next();
  listeners.get("w")?.({ workspaceId: "w", changes: { cases: [] } });
  listeners.get("w")?.("resync");
  expect((await stream.next()).value).toEqual({ changed: "resync" });
});

it("hears nothing of another workspace, and listens no longer once it has ended", async () => {
  const { listeners, subscriber } = inMemory();
  const ended = new AbortController();
  const stream = liveMessages(subscriber, "w", ended.signal);
  await stream.next();
  expect([...listeners.keys()]).toEqual(["w"]);
  const next = stream.next();
  ended.abort();
  expect((await next).done).toBe(true);
  expect(listeners.size).toBe(0);
});
