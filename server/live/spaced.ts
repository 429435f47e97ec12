/** Asks for `work` on something, spaced: see `createSpaced`. */
export type Spaced = { ask(key: string): void; stop(): void };

/**
 * Does `work` on a `key` at once when it is asked for after a quiet time, and else once for all that asked within
 * `spacingMs` of the last time, so nothing that is asked for is left undone. Once stopped it does nothing more.
 */
export function createSpaced(spacingMs: number, work: (key: string) => void): Spaced {
  const resting = new Map<string, { again: boolean; timer: NodeJS.Timeout }>();
  let stopped = false;

  function ask(key: string): void {
    if (stopped) return;
    const rest = resting.get(key);
    if (rest) {
      rest.again = true;
      return;
    }
    resting.set(key, { again: false, timer: setTimeout(endRest, spacingMs, key) });
    work(key);
  }

  function endRest(key: string): void {
    const again = resting.get(key)?.again;
    resting.delete(key);
    if (again) ask(key);
  }

  return {
    ask,
    stop() {
      stopped = true;
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
