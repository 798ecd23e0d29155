import type { Dossier } from './dossier.ts';
import type { LedgerEntry } from './ledger.ts';
import type { LiveRecord } from './live-record.ts';
import { replay } from './replay.ts';

/** The record at any moment of the ledger, by the place of the last entry that counts. */
export interface RecordHistory {
  /** The place that the record stands at; 0 for an empty ledger. */
  head(): number;
  /** The record as it stood after the entry at a place; waits until that has been read here. */
  at(place: number): Promise<readonly Dossier[]>;
  /** The entries after one place, up to and including another. */
  between(after: number, until: number): Promise<readonly LedgerEntry[]>;
}

const MOST_MOMENTS = 20;

/** The history of a live record. */
export function createRecordHistory(
  record: Pick<LiveRecord, 'dossiers' | 'entries' | 'place' | 'reached'>,
): RecordHistory {
  const moments = new Map<number, readonly Dossier[]>();

  /** The entries up to a place, which another instance may have seen before this one. */
  async function upTo(place: number): Promise<readonly LedgerEntry[]> {
    await record.reached(place);
    return record.entries.filter(({ seq }) => seq <= place);
  }

  return {
    head: () => record.place,
    async at(place) {
      const known = moments.get(place);
      if (known) return known;
      const moment = replay(await upTo(place), record.dossiers);
      moments.set(place, moment);
      const [oldest] = moments.keys();
      if (moments.size > MOST_MOMENTS && oldest !== undefined) moments.delete(oldest);
      return moment;
    },
    between: async (after, until) => (await upTo(until)).filter(({ seq }) => seq > after),
  };
}
