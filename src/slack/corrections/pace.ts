import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps calls of one kind apart. */
export interface Pace {
  /** Resolves when the next call may begin. */
  next(): Promise<void>;
}

/** One call every `betweenMs` at most; the first at once. */
export function createPace(betweenMs: number): Pace {
  let freeAt = 0;
  return {
    async next() {
      const now = performance.now();
      const at = Math.max(now, freeAt);
      freeAt = at + betweenMs;
      if (at > now) await sleep(at - now);
    },
  };
}
