import { expect, it, onTestFinished, vi } from 'vitest';
import { elapsedMs } from '../src/elapsed.ts';

const trueNow = Date.now;

/** Sets the wall clock so far off, as a machine's sleep does, or who sets it. */
function setClock(aheadMs: number): void {
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => trueNow() + aheadMs);
  onTestFinished(() => void clock.mockRestore());
}

it('goes on with the process', () => {
  const before = elapsedMs();
  expect(elapsedMs() - before).toBeLessThan(100);
  expect(elapsedMs()).toBeGreaterThanOrEqual(before);
});

it('counts what the machine slept, and takes nothing back when the clock is set back', () => {
  const before = elapsedMs();
  setClock(40_000);
  expect(elapsedMs() - before).toBeGreaterThanOrEqual(40_000);
  expect(elapsedMs() - before).toBeLessThan(41_000);
  setClock(-3_600_000);
  expect(elapsedMs() - before).toBeGreaterThanOrEqual(40_000);
  setClock(-3_580_000);
  expect(elapsedMs() - before).toBeGreaterThanOrEqual(60_000);
});
