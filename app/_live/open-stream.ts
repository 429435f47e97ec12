import type { TRPCClient } from "@trpc/client";
import type { secondFactorField } from "#server/errors.ts";
import type { LiveMessage } from "#server/live/events.ts";
import type { AppRouter } from "#server/router.ts";
import type { Ended, Link } from "./live-store.ts";

/** Longer than three beats of the server (server/live/streams.ts): a stream that is silent for so long is dead or held back. */
const silentMs = 10_000;
/** After so many streams in a row that brought nothing, changes are asked for instead. */
const mostTries = 3;
export const pollMs = 15_000;

type StreamOptions = {
  client: TRPCClient<AppRouter>;
  workspace: string;
  /** Until which position all is known. */
  since(): string;
  hear(message: LiveMessage): void;
  link(link: Link): void;
  end(why: Ended): void;
};

/**
 * Keeps a stream of changes open and goes on where it was lost, again and again. While there is none to be had, asks
 * for changes every 15 s and goes on trying. Returns the way to close it.
 */
export function openStream({ client, workspace, since, hear, link, end }: StreamOptions): () => void {
  let tries = 0;
  let closed = false;
  let attempt = { unsubscribe() {} };
  let timer: ReturnType<typeof setTimeout>;

  function open(): void {
    const mine = { unsubscribe() {} };
    attempt = mine;
    const lost = (error?: unknown) => {
      if (closed || attempt !== mine) return;
      const why = endOf(error);
      if (why) finish(why);
      else again();
    };
    timer = setTimeout(lost, silentMs);
    const subscription = client.live.changes.subscribe(
      { workspace, lastEventId: since() },
      {
        onData({ data }) {
          if (closed || attempt !== mine) return;
          clearTimeout(timer);
          timer = setTimeout(lost, silentMs);
          tries = 0;
          hear(data);
          link("live");
        },
        onConnectionStateChange: ({ state, error }) => state === "connecting" && error && lost(error),
        onError: lost,
        onComplete: () => lost(),
      },
    );
    mine.unsubscribe = () => subscription.unsubscribe();
    if (attempt !== mine) mine.unsubscribe();
  }

  function again(): void {
    abandon();
    tries += 1;
    if (tries < mostTries) link("reconnecting");
    if (tries === mostTries) ask();
    timer = setTimeout(open, Math.min(500 * 2 ** tries, pollMs) * (0.75 + Math.random() / 2));
  }

  async function ask(): Promise<void> {
    try {
      const message = await client.live.since.query({ workspace, position: since() });
      if (closed || tries < mostTries) return;
      hear(message);
      link("polling");
    } catch (error) {
      if (closed || tries < mostTries) return;
      const why = endOf(error);
      if (why) finish(why);
      else link("reconnecting");
    }
  }

  function abandon(): void {
    clearTimeout(timer);
    const { unsubscribe } = attempt;
    attempt = { unsubscribe() {} };
    unsubscribe();
  }

  function finish(why: Ended): void {
    close();
    end(why);
  }

  const asking = setInterval(() => tries >= mostTries && ask(), pollMs);
  function close(): void {
    closed = true;
    clearInterval(asking);
    abandon();
  }
  open();
  return close;
}

const aboutFactor: typeof secondFactorField = "secondFactor";

function endOf(error: unknown): Ended | null {
  const { code, field } = (error as { data?: { code?: string; field?: string } } | undefined)?.data ?? {};
  if (code === "UNAUTHORIZED") return "signed_out";
  if (code === "FORBIDDEN" && field === aboutFactor) return "factor";
  return code === "NOT_FOUND" ? "removed" : null;
}
