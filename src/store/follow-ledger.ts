import type { Follower, LedgerEntry } from '../record/ledger.ts';

/** The running followers of one store, and how they learn that there may be something to read. */
export interface Followers {
  /** Makes every follower look now. */
  wake(): void;
  add(look: () => void, stop: () => Promise<void>): () => void;
  stopAll(): Promise<void>;
  pollMs(): number;
  /** Told of the first failure of a run of failures. */
  report(fault: Error): void;
}

/** `pollMs` is asked before each wait. */
export function createFollowers(pollMs: () => number, report: (fault: Error) => void): Followers {
  const all = new Map<() => void, () => Promise<void>>();
  return {
    wake() {
      for (const look of all.keys()) look();
    },
    add(look, stop) {
      all.set(look, stop);
      return () => all.delete(look);
    },
    async stopAll() {
      await Promise.all([...all.values()].map((stop) => stop()));
    },
    pollMs,
    report,
  };
}

// A follower that failed does not wait to be woken.
const RETRY_MS = 500;

interface Following {
  readonly after: number;
  readonly receive: (entries: readonly LedgerEntry[]) => void | Promise<void>;
  readonly read: (after: number) => Promise<readonly LedgerEntry[]>;
  readonly followers: Followers;
}

/** Reads on from a place whenever woken, and now and then unasked. One batch at a time. */
export function followLedger({ after, receive, read, followers }: Following): Follower {
  let place = after;
  let stopped = false;
  let failing = false;
  let again = false;
  let round: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function readOn(): Promise<void> {
    do {
      again = false;
      const entries = await read(place);
      const last = entries.at(-1);
      if (stopped || last === undefined) continue;
      await receive(entries);
      place = last.seq;
    } while (again && !stopped);
  }

  function look(): void {
    if (stopped) return;
    again = true;
    if (round) return;
    clearTimeout(timer);
    round = readOn().then(
      () => rest(undefined),
      (fault: Error) => rest(fault),
    );
  }

  function rest(fault: Error | undefined): void {
    round = undefined;
    if (stopped) return;
    timer = setTimeout(look, fault ? RETRY_MS : again ? 0 : followers.pollMs());
    if (fault && !failing) followers.report(fault);
    failing = fault !== undefined;
  }

  async function stop(): Promise<void> {
    stopped = true;
    clearTimeout(timer);
    remove();
    await round;
  }

  const remove = followers.add(look, stop);
  look();
  return { stop };
}
