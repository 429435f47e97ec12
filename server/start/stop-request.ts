export type StopRequest = {
  signal: AbortSignal;
  /** Resolves when the stop is asked for. */
  asked: Promise<void>;
  /** Calls `listener` when a person asks again because it takes too long. */
  onImpatience(listener: () => void): void;
};

/** One Ctrl-C arrives twice, from the terminal and from npm, so only a later one counts as a second. */
const sameKeyMs = 1_000;

/** Watches for Ctrl-C, SIGTERM, a closed terminal, and the end of the npm that started this process. */
export function watchForStop(): StopRequest {
  const controller = new AbortController();
  const { signal } = controller;
  let askedAt = 0;
  let impatient = () => {};
  const ask = () => {
    if (!signal.aborted) {
      askedAt = performance.now();
      controller.abort();
    } else if (performance.now() - askedAt > sameKeyMs) {
      impatient();
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, ask);
  if (process.env.npm_lifecycle_event) watchParent(ask, signal);
  return {
    signal,
    asked: new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
    onImpatience(listener) {
      impatient = listener;
    },
  };
}

/** A killed npm cannot pass a signal on; its child is given another parent. */
function watchParent(ask: () => void, signal: AbortSignal): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) ask();
  }, 250).unref();
  signal.addEventListener("abort", () => clearInterval(timer));
}
