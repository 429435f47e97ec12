/** Runs `work` for whoever asks under `key`, once for all who ask in the meantime. */
export type Together<T> = (key: string, work: () => Promise<T>) => Promise<T>;

type Run<T> = { now: Promise<T>; next: Promise<T> | null };

/**
 * Makes one reading of what many ask for at the same moment. Under one key one work runs at a time; whoever asks while
 * it runs shares the next run with all others who do, so that none is told what was read before they asked. A run that
 * fails fails for those who share it, and for nobody after them.
 */
export function createTogether<T>(): Together<T> {
  const runs = new Map<string, Run<T>>();

  function begin(key: string, work: () => Promise<T>): Promise<T> {
    const run: Run<T> = { now: work(), next: null };
    runs.set(key, run);
    const end = () => {
      if (!run.next) runs.delete(key);
    };
    run.now.then(end, end);
    return run.now;
  }

  return (key, work) => {
    const run = runs.get(key);
    if (!run) return begin(key, work);
    const again = () => begin(key, work);
    run.next ??= run.now.then(again, again);
    return run.next;
  };
}
