/** What both clocks' jitter and slewing stay under, in ms; no lease is measured as finely. */
const LEAST_SLEEP_MS = 500;

let last = { steady: performance.now(), wall: Date.now() };
let slept = 0;

/**
 * The time since this process began, in ms, that leases are measured by: `performance.now()`, and what the machine slept,
 * during which that stands still and other instances' clocks go on. A wall clock that was set forward counts as a sleep.
 */
export function elapsedMs(): number {
  const now = { steady: performance.now(), wall: Date.now() };
  const gap = now.wall - last.wall - (now.steady - last.steady);
  if (gap > LEAST_SLEEP_MS) slept += gap;
  last = now;
  return now.steady + slept;
}
