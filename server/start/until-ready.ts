import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "#server/env.ts";
import { answers } from "./ports.ts";
import type { Say } from "./say.ts";
import type { Part } from "./supervise.ts";

const mostDeaths = 3;
const tellEveryMs = 15_000;

/**
 * Waits until every part answers: the web server's /api/health and /api/ready, inbound SMTP, and the
 * local mailbox where there is one. While it takes long it tells what is not there yet.
 *
 * @throws when a part has ended by itself three times before that.
 */
export async function untilReady(
  settings: Settings,
  parts: Part[],
  tell: Say,
  stop: AbortSignal,
): Promise<void> {
  let toldAt = performance.now();
  let pauseMs = 100;
  for (;;) {
    stop.throwIfAborted();
    const dead = parts.find((part) => part.deaths() >= mostDeaths);
    if (dead)
      throw new Error(
        `${dead.name} does not start; the lines above and ${settings.DATA_DIR}/logs/${dead.name}.log say why.`,
      );
    const missing = await whatIsMissing(settings);
    if (!missing) return;
    if (performance.now() - toldAt > tellEveryMs) {
      toldAt = performance.now();
      tell("start", `waiting: ${missing}`);
    }
    await sleep(pauseMs);
    pauseMs = Math.min(pauseMs * 1.2, 1_000);
  }
}

async function whatIsMissing(settings: Settings): Promise<string | null> {
  const host = hostOf(settings);
  const at = (path: string) => `http://${host.includes(":") ? `[${host}]` : host}:${settings.PORT}${path}`;
  if (!(await fetchOk(at("/api/health"))).ok) return "the web server does not answer yet";
  const mailbox = !settings.SMTP_URL;
  if (mailbox && !(await answers("127.0.0.1", settings.MAILBOX_SMTP_PORT)))
    return "the local mailbox does not answer yet";
  if (!(await answers(host, settings.MAIL_IN_PORT))) return "inbound SMTP (the worker) does not answer yet";
  const ready = await fetchOk(at("/api/ready"));
  return ready.ok ? null : `/api/ready says ${ready.said}`;
}

/** The address of this machine at which the web server and inbound SMTP are reached: HOST's first, unless it stands for all. */
function hostOf({ HOST = "" }: Settings): string {
  const [first = ""] = HOST.split(",").map((part) => part.trim());
  return ["", "0.0.0.0", "::"].includes(first) ? "127.0.0.1" : first;
}

async function fetchOk(url: string): Promise<{ ok: boolean; said: string }> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return { ok: answer.ok, said: `${answer.status} ${(await answer.text()).slice(0, 500)}` };
  } catch (error) {
    return { ok: false, said: error instanceof Error ? error.message : "nothing" };
  }
}
