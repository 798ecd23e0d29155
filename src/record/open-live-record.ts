import { claimVersions, versionOf } from './claim-versions.ts';
import type { Conflict } from './conflict.ts';
import type { Dossier } from './dossier.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { folderDifference } from './ledger-difference.ts';
import type { LiveRecord } from './live-record.ts';
import { createReplay } from './replay.ts';

interface Waiter {
  readonly place: number;
  readonly resolve: () => void;
}

/**
 * The record that a ledger holds, which it then follows until the store closes. Resolves when it is level with the ledger.
 * `folder` is the data folder, for what the ledger does not carry; `read` the ledger's entries from the first on, where
 * they are known. Entries that come in a burst are taken at once.
 */
export async function openLiveRecord(
  ledger: Pick<Ledger, 'read' | 'follow'>,
  folder: readonly Dossier[],
  read?: readonly LedgerEntry[],
): Promise<LiveRecord> {
  const replay = createReplay(folder);
  let entries = read ?? (await ledger.read());
  replay.take(entries);
  let dossiers = replay.dossiers();
  let versions = claimVersions(entries);
  let { conflicts } = folderDifference(folder, entries);
  const listeners = new Set<(entries: readonly LedgerEntry[]) => void>();
  let waiting: readonly Waiter[] = [];
  const place = () => entries.at(-1)?.seq ?? 0;

  /** New ones are none of ours: what the folder held when we started had been compared with the record then. */
  function stillOpen(): readonly Conflict[] {
    if (conflicts.length === 0) return conflicts;
    const isOpen = (one: Conflict) => conflicts.some((other) => isSame(one, other));
    return folderDifference(folder, entries).conflicts.filter(isOpen);
  }

  function take(later: readonly LedgerEntry[]): void {
    // What a follower hands over again after a failure has been taken already.
    const fresh = later.filter(({ seq }) => seq > place());
    if (fresh.length === 0) return;
    replay.take(fresh);
    dossiers = replay.dossiers();
    versions = claimVersions(fresh, versions);
    entries = [...entries, ...fresh];
    conflicts = stillOpen();
    try {
      for (const changed of [...listeners]) changed(fresh);
    } finally {
      const [here, ahead] = [waiting.filter((it) => it.place <= place()), waiting.filter((it) => it.place > place())];
      waiting = ahead;
      for (const { resolve } of here) resolve();
    }
  }

  ledger.follow(place(), take);
  return {
    get dossiers() {
      return dossiers;
    },
    get entries() {
      return entries;
    },
    get place() {
      return place();
    },
    get conflicts() {
      return conflicts;
    },
    versionOf: (claim) => versionOf(versions, claim),
    onChange(changed) {
      // A function of its own for each call, so that one that is given twice is ended once.
      const listener = (fresh: readonly LedgerEntry[]) => changed(fresh);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reached(wanted) {
      if (wanted <= place()) return Promise.resolve();
      return new Promise((resolve) => {
        waiting = [...waiting, { place: wanted, resolve }];
      });
    },
  };
}

function isSame(one: Conflict, other: Conflict): boolean {
  return one.dossier === other.dossier && one.subject === other.subject && one.id === other.id;
}
