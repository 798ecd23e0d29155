/** Time and ids of a workspace. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A timestamp in Slack's form, `1700000000.000100`; each is later than the one before. */
  readonly timestamp: () => string;
  /** An id that no other thing of the workspace has: `Ev0000000001`. */
  readonly id: (prefix: string) => string;
}

/** A clock over `now`, with its own counters: the same calls give the same ids. */
export const createClock = (now: () => number): Clock => {
  let last = 0;
  let count = 0;
  return {
    now,
    timestamp: () => {
      last = Math.max(Math.floor(now() * 1000), last + 1);
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
    id: (prefix) => {
      count += 1;
      return `${prefix}${String(count).padStart(10, '0')}`;
    },
  };
};
