import type { Dossier } from './dossier.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { replay } from './replay.ts';

/** The record at any moment of the ledger, by the place of the last entry that counts. */
export interface RecordHistory {
  /** The place of the newest entry; 0 for an empty ledger. */
  head(): Promise<number>;
  /** The record as it stood after the entry at a place. */
  at(place: number): Promise<readonly Dossier[]>;
  /** The entries after one place, up to and including another. */
  between(after: number, until: number): Promise<readonly LedgerEntry[]>;
}

const MOST_MOMENTS = 20;

/** A history over a ledger, which is read once and then on from there; `current` gives what the ledger does not carry. */
export function createRecordHistory(ledger: Pick<Ledger, 'read'>, current: readonly Dossier[]): RecordHistory {
  const entries: LedgerEntry[] = [];
  const moments = new Map<number, readonly Dossier[]>();
  let reading: Promise<void> | undefined;

  function readOn(): Promise<void> {
    reading ??= ledger
      .read({ after: entries.at(-1)?.seq ?? 0 })
      .then((more) => {
        for (const entry of more) entries.push(entry);
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  /** The entries up to a place, which someone has seen there: here they may not have been read yet. */
  async function upTo(place: number): Promise<readonly LedgerEntry[]> {
    if ((entries.at(-1)?.seq ?? 0) < place) await readOn();
    return entries.filter(({ seq }) => seq <= place);
  }

  return {
    async head() {
      await readOn();
      return entries.at(-1)?.seq ?? 0;
    },
    async at(place) {
      const known = moments.get(place);
      if (known) return known;
      const moment = replay(await upTo(place), current);
      moments.set(place, moment);
      const [oldest] = moments.keys();
      if (moments.size > MOST_MOMENTS && oldest !== undefined) moments.delete(oldest);
      return moment;
    },
    between: async (after, until) => (await upTo(until)).filter(({ seq }) => seq > after),
  };
}
