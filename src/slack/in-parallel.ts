/** Tasks that run side by side, some at a time. */
export interface Parallel {
  add(task: () => Promise<void>): void;
  /** Resolves when every task is done, those added meanwhile too; rejects with the first fault. */
  done(): Promise<void>;
}

/** `most` at once, in the order in which they were added. */
export function inParallel(most: number): Parallel {
  const waiting: (() => Promise<void>)[] = [];
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];

  function begin(): void {
    while (running.size < most) {
      const task = waiting.shift();
      if (task === undefined) return;
      const run: Promise<void> = task()
        .catch((fault) => void faults.push(fault))
        .then(() => {
          running.delete(run);
          begin();
        });
      running.add(run);
    }
  }

  return {
    add(task) {
      waiting.push(task);
      begin();
    },
    async done() {
      while (running.size > 0) await Promise.all(running);
      if (faults.length > 0) throw faults[0];
    },
  };
}
