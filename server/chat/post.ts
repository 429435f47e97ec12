import type { BlockList } from "node:net";
import { type Begin, type Found, wayTo } from "#server/outgoing/request.ts";
import { codeOf, whyUnreached } from "#server/outgoing/why-unreached.ts";
import { type Refusal, refusal } from "#server/refusal.ts";
import type { Answer } from "./rules.ts";

/** An answer needs no more than this, and more of it is not read. */
const mostBytes = 4_096;
const mostShown = 300;

type Post = {
  url: URL;
  body: string;
  /** The same on every try. */
  id: string;
  opened: BlockList;
  timeoutMs: number;
  /** The addresses of a name; by itself, what this machine says. */
  resolve?: (hostname: string) => Promise<Found[]>;
};

/**
 * Posts JSON to a webhook, by the way that is open to tenants' addresses: everything is over after `timeoutMs`, and of the
 * answer no more than 4 kB are read. Returns what was answered; a status of null says that nothing was, and why. Never
 * throws.
 */
export async function post({ url, body, id, opened, timeoutMs, resolve }: Post): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const begin = await wayTo(url, { opened, signal, resolve });
    const answer = await exchange(begin, body, id);
    return { ...answer, text: shown(answer.text, url) };
  } catch (error) {
    const text = signal.aborted ? refusal("chatSilent", { seconds: timeoutMs / 1000 }) : reasonOf(error);
    return { status: null, text, retryAfterSeconds: null };
  }
}

function exchange(begin: Begin, body: string, id: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // What it has said so far is an answer, however slowly the rest comes.
    let answered: (() => void) | undefined;
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "user-agent": "Svar",
      "webhook-id": id,
    };
    const sent = begin({ method: "POST", headers }, (response) => {
      const status = response.statusCode ?? null;
      const retryAfterSeconds = secondsOf(response.headers["retry-after"]);
      let text = "";
      const done = () => resolve({ status, text, retryAfterSeconds });
      answered = done;
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
        if (text.length < mostBytes) return;
        done();
        sent.destroy();
      });
      response.on("end", done);
      response.on("error", done);
    });
    sent.on("error", (error) => (answered ? answered() : reject(error)));
    sent.end(body);
  });
}

/** RFC 9110 §10.2.3, in seconds; a date is left to our own patience. */
const secondsOf = (header: string | undefined) =>
  header && /^\d{1,6}$/.test(header) ? Number(header) : null;

function reasonOf(error: unknown): Refusal {
  const code = codeOf(error);
  const unreached = code ? refusal("chatUnreachedCode", { code }) : refusal("chatUnreached");
  return whyUnreached(error) ?? unreached;
}

/** On one line, short, and without the address, which is a secret. */
function shown(text: string, { pathname, search }: URL): string {
  const safe = pathname.length > 1 ? text.replaceAll(pathname + search, "…").replaceAll(pathname, "…") : text;
  return safe
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, mostShown);
}
