import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Classified, unclassified } from "./classify/classify.ts";
import { oneByOne } from "./one-by-one.ts";
import { type IncomingMail, unreadable, unreadableBytes } from "./parse.ts";

/** The bytes of one mail, piece by piece. */
type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What the process apart is told: a mail's pieces, and then what to read. `mailFrom` null: what kind of mail it is, and no more. */
export type Told = { piece: Uint8Array } | { mailFrom: string | null };

const script = join(import.meta.dirname, "reading-process.ts");

/**
 * What reads mails one by one in a process of their own, so that one that is made to be hard to read holds nobody up and
 * ends nothing else: after `mostMs`, or with more than `mostMegabytes` of heap, that process ends and the next mail gets
 * another. (RELIABILITY.md 2.4 has a thread; one that runs out of heap may take its process along.) Returns what it says
 * of a mail, or null of one that it could not read; throws what its bytes throw.
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

  async function read(bytes: Bytes, mailFrom: string | null): Promise<unknown> {
    const child = reading ?? start();
    reading = child;
    try {
      for await (const piece of bytes) await tell(child, { piece });
    } catch (error) {
      giveUp(child);
      throw error;
    }
    return ask(child, mailFrom);
  }

  async function ask(child: ChildProcess, mailFrom: string | null): Promise<unknown> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), mostMs);
    const ended = once(child, "exit", { signal: limit.signal }).then(() => null);
    const answered = once(child, "message", { signal: limit.signal }).then(([message]) => message);
    try {
      if (child.exitCode !== null || child.signalCode !== null) return null;
      await tell(child, { mailFrom });
      return await Promise.race([answered, ended]);
    } catch {
      giveUp(child);
      return null;
    } finally {
      clearTimeout(timer);
      limit.abort();
      await Promise.allSettled([answered, ended]);
    }
  }

  function giveUp(child: ChildProcess): void {
    child.kill("SIGKILL");
    reading = null;
  }
  return (bytes: Bytes, mailFrom: string | null) => inTurn(() => read(bytes, mailFrom));
}

/** Resolves when it is handed over, so that no more than one piece waits; a process that has ended takes nothing, which `ask` finds out. */
function tell(child: ChildProcess, told: Told): Promise<void> {
  return new Promise((resolve) => child.send(told, () => resolve()));
}

const reader = mailReader({ mostMs: 20_000, mostMegabytes: 256 });

/** `parseMail` in the process apart; of a mail that cannot be read within its limits, its beginning. */
export async function readApart(bytes: Bytes, mailFrom: string): Promise<IncomingMail> {
  let beginning: Uint8Array = new Uint8Array();
  async function* noted() {
    for await (const piece of bytes) {
      if (beginning.length === 0) beginning = piece.slice(0, unreadableBytes);
      yield piece;
    }
  }
  return ((await reader(noted(), mailFrom)) as IncomingMail | null) ?? unreadable(beginning, mailFrom);
}

/** `classifyMail` in the same process; a mail that cannot be read within its limits is taken for a person's. */
export async function classifyApart(bytes: Bytes): Promise<Classified> {
  return ((await reader(bytes, null)) as Classified | null) ?? unclassified;
}
