import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Classified, unclassified } from "./classify/classify.ts";
import { oneByOne } from "./one-by-one.ts";
import { type IncomingMail, unreadable } from "./parse.ts";

/** `mailFrom` null: what kind of mail it is, and no more. */
export type Asked = { raw: Uint8Array; mailFrom: string | null };

const script = join(import.meta.dirname, "reading-process.ts");

/**
 * What reads mails one by one in a process of their own, so that one that is made to be hard to read holds nobody up and
 * ends nothing else: after `mostMs`, or with more than `mostMegabytes` of heap, that process ends and the next mail gets
 * another. (RELIABILITY.md 2.4 has a thread; one that runs out of heap may take its process along.) Returns what it says
 * of a mail, or null of one that it could not read.
 */
export function mailReader({ mostMs, mostMegabytes }: { mostMs: number; mostMegabytes: number }) {
  const inTurn = oneByOne();
  let reading: ChildProcess | null = null;

  function start(): ChildProcess {
    const child = fork(script, {
      execArgv: [`--max-old-space-size=${mostMegabytes}`],
      env: { NODE_ENV: "production", PATH: process.env.PATH },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.unref();
    child.channel?.unref();
    child.on("error", () => {});
    child.once("exit", () => {
      if (reading === child) reading = null;
    });
    return child;
  }

  async function read(asked: Asked): Promise<unknown> {
    const child = reading ?? start();
    reading = child;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), mostMs);
    const ended = once(child, "exit", { signal: limit.signal }).then(() => null);
    const told = once(child, "message", { signal: limit.signal }).then(([message]) => message);
    try {
      child.send(asked);
      return await Promise.race([told, ended]);
    } catch {
      child.kill("SIGKILL");
      reading = null;
      return null;
    } finally {
      clearTimeout(timer);
      limit.abort();
      await Promise.allSettled([told, ended]);
    }
  }
  return (asked: Asked) => inTurn(() => read(asked));
}

const reader = mailReader({ mostMs: 20_000, mostMegabytes: 256 });

/** `parseMail` in the process apart; of a mail that cannot be read within its limits, its beginning. */
export async function readApart(raw: Uint8Array, mailFrom: string): Promise<IncomingMail> {
  return ((await reader({ raw, mailFrom })) as IncomingMail | null) ?? unreadable(raw, mailFrom);
}

/** `classifyMail` in the same process; a mail that cannot be read within its limits is taken for a person's. */
export async function classifyApart(raw: Uint8Array): Promise<Classified> {
  return ((await reader({ raw, mailFrom: null })) as Classified | null) ?? unclassified;
}
