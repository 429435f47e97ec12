import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Classified, unclassified } from "./classify/classify.ts";
import { oneByOne } from "./one-by-one.ts";
import { type IncomingMail, unreadable } from "./parse.ts";

/** `mailFrom` null: what kind of mail it is, and no more. */
export type Asked = { raw: Uint8Array; mailFrom: string | null };

/**
 * What reads mails one by one in a thread of their own (RELIABILITY.md 2.4), so that one that is made to be hard to read
 * holds nobody up: after `mostMs`, or with more than `mostMegabytes` of heap, the thread ends and the next mail gets
 * another. Returns what it says of a mail, or null of one that it could not read.
 */
export function mailReader({ mostMs, mostMegabytes }: { mostMs: number; mostMegabytes: number }) {
  const inTurn = oneByOne();
  let thread: Worker | null = null;

  function start(): Worker {
    const started = new Worker(new URL("./reading-thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    started.unref();
    return started;
  }

  async function read(asked: Asked): Promise<unknown> {
    thread ??= start();
    const reading = thread;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), mostMs);
    try {
      const told = once(reading, "message", { signal: limit.signal });
      reading.postMessage(asked);
      return (await told)[0];
    } catch {
      thread = null;
      await reading.terminate();
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
  return (asked: Asked) => inTurn(() => read(asked));
}

const reader = mailReader({ mostMs: 20_000, mostMegabytes: 256 });

/** `parseMail` in the thread of this process; of a mail that cannot be read within its limits, its beginning. */
export async function readApart(raw: Uint8Array, mailFrom: string): Promise<IncomingMail> {
  return ((await reader({ raw, mailFrom })) as IncomingMail | null) ?? unreadable(raw, mailFrom);
}

/** `classifyMail` in the same thread; a mail that cannot be read within its limits is taken for a person's. */
export async function classifyApart(raw: Uint8Array): Promise<Classified> {
  return ((await reader({ raw, mailFrom: null })) as Classified | null) ?? unclassified;
}
