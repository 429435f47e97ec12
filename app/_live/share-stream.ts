import type { Said } from "./live-store.ts";
import { pollMs } from "./open-stream.ts";

/** A tab that leads says something at least whenever it asks for changes; one that is silent for longer is not waited for. */
const patienceMs = pollMs + 5_000;

type ShareOptions = {
  /** Of the tabs that share. */
  name: string;
  /** Opens the stream itself; returns the way to close it. */
  open(): () => void;
  /** What this tab has to tell the others while it leads. */
  say(): Said;
  hear(said: Said): void;
};

/**
 * One stream for all tabs of a browser that are looked at: HTTP/1.1 allows six connections to a site, so a stream in
 * each tab would hang the seventh. The tab that holds the lock has it and tells the others, as long as it
 * lives and `stop` is not called; then the next one has. Where the browser has no locks (they need https), each tab
 * has a stream of its own.
 */
export function shareStream({ name, open, say, hear }: ShareOptions): { tell(): void; stop(): void } {
  const channel = new BroadcastChannel(name);
  const stopped = new AbortController();
  let close: (() => void) | null = null;
  let patience: ReturnType<typeof setTimeout>;

  const lead = () => {
    clearTimeout(patience);
    if (!stopped.signal.aborted) close ??= open();
  };
  const wait = () => {
    clearTimeout(patience);
    if (!close) patience = setTimeout(lead, patienceMs);
  };
  const tell = () => {
    if (close && !stopped.signal.aborted) channel.postMessage(say());
  };
  channel.onmessage = ({ data }: MessageEvent<Said | "here">) => {
    if (data === "here") return tell();
    wait();
    if (!close) hear(data);
  };

  if (navigator.locks) {
    navigator.locks
      .request(name, { signal: stopped.signal }, () => {
        lead();
        return new Promise<void>((resolve) => stopped.signal.addEventListener("abort", () => resolve()));
      })
      .catch(() => {}); // Stopped before its turn.
    wait();
    channel.postMessage("here");
  } else lead();

  return {
    tell,
    stop() {
      stopped.abort();
      clearTimeout(patience);
      close?.();
      channel.close();
    },
  };
}
