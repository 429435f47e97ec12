/**
 * Makes many single calls into few large ones: what arrives while `work` is busy waits and goes in the next
 * call, so that a statement carries one row when it is quiet and a hundred when it is not. `work` answers
 * one result for each item, in their order.
 */
export function gather<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  type Waiting = { item: Item; resolve(result: Result): void; reject(error: unknown): void };
  let waiting: Waiting[] = [];
  let busy = false;

  async function flush(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      try {
        const results = await work(now.map(({ item }) => item));
        for (const [index, { resolve }] of now.entries()) resolve(results[index]!);
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) {
        busy = true;
        setImmediate(flush);
      }
    });
}
