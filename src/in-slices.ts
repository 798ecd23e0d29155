import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 8;

/** Runs a generator to its end, a few milliseconds at a time, so that nothing else waits for it. */
export async function inSlices(steps: Iterable<unknown>): Promise<void> {
  let began = performance.now();
  for (const _ of steps) {
    if (performance.now() - began < SLICE_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}
