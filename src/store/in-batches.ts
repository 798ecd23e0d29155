interface Waiting<T, R> {
  readonly item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

// A batch travels as one parameter.
const LONGEST = 1000;

/**
 * Gives what writes one item, alone while fewer than `atOnce` writes are under way, and otherwise together with all that
 * wait for one of them to end: a commit costs the same however much is in it. `write` gives a result for each item, in
 * order; when it rejects, so does every item of its batch.
 */
export function inBatches<T, R>(
  atOnce: number,
  write: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let underWay = 0;

  async function writeAll(): Promise<void> {
    underWay += 1;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, LONGEST);
      try {
        const results = await write(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, n) => {
          resolve(results[n] as R);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    underWay -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (underWay < atOnce) void writeAll();
    });
}
