import { lookup } from "node:dns/promises";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { BlockList, LookupFunction } from "node:net";
import { type Refusal, refusal } from "#server/refusal.ts";
import { closedBy } from "./guard.ts";
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
 * Posts JSON to a webhook: its name is resolved once and what was checked is connected to (RELIABILITY.md H9), a redirect is
 * an answer like any other, everything is over after `timeoutMs`, and of the answer no more than 4 kB are read. Returns what
 * was answered; a status of null says that nothing was, and why. Never throws.
 */
export async function post({ url, timeoutMs, resolve = addressesOf, ...rest }: Post): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const found = await before(signal, resolve(url.hostname.replace(/^\[|\]$/g, "")));
    const closed = closedBy(
      url,
      found.map(({ address }) => address),
      rest.opened,
    );
    if (closed)
      return { status: null, text: refusal("chatClosed", { why: closed }), retryAfterSeconds: null };
    const answer = await exchange({ url, ...rest }, found, signal);
    return { ...answer, text: shown(answer.text, url) };
  } catch (error) {
    const text = signal.aborted ? refusal("chatSilent", { seconds: timeoutMs / 1000 }) : reasonOf(error);
    return { status: null, text, retryAfterSeconds: null };
  }
}

type Found = { address: string; family: number };

const addressesOf = (hostname: string): Promise<Found[]> => lookup(hostname, { all: true, verbatim: true });

function before<T>(signal: AbortSignal, waited: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([waited, aborted]);
}

function exchange(
  { url, body, id }: Pick<Post, "url" | "body" | "id">,
  found: Found[],
  signal: AbortSignal,
): Promise<Answer> {
  const known: LookupFunction = (_, options, done) => {
    if (options.all) done(null, found);
    else done(null, found[0]!.address, found[0]!.family);
  };
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    // What it has said so far is an answer, however slowly the rest comes.
    let answered: (() => void) | undefined;
    const sent = send(
      url,
      {
        method: "POST",
        agent: false,
        lookup: known,
        signal,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Svar",
          "webhook-id": id,
        },
      },
      (response) => {
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
      },
    );
    sent.on("error", (error) => (answered ? answered() : reject(error)));
    sent.end(body);
  });
}

/** RFC 9110 §10.2.3, in seconds; a date is left to our own patience. */
const secondsOf = (header: string | undefined) =>
  header && /^\d{1,6}$/.test(header) ? Number(header) : null;

const reasons: Record<string, Refusal> = {
  ENOTFOUND: refusal("chatNoHost"),
  EAI_AGAIN: refusal("chatHostUnknown"),
  ECONNREFUSED: refusal("chatHostRefused"),
  ECONNRESET: refusal("chatBrokenOff"),
};

function reasonOf(error: unknown): Refusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (code ? refusal("chatUnreachedCode", { code }) : refusal("chatUnreached"));
}

/** On one line, short, and without the address, which is a secret. */
function shown(text: string, { pathname, search }: URL): string {
  const safe = pathname.length > 1 ? text.replaceAll(pathname + search, "…").replaceAll(pathname, "…") : text;
  return safe
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, mostShown);
}
