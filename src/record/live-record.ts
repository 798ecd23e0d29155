import type { Conflict } from './conflict.ts';
import type { Dossier } from './dossier.ts';
import type { LedgerEntry } from './ledger.ts';

/** The record as it stands now, while the ledger grows. What the getters give is never changed, only replaced. */
export interface LiveRecord {
  readonly dossiers: readonly Dossier[];
  /** Every entry of the ledger up to `place`, in order. */
  readonly entries: readonly LedgerEntry[];
  /** The place in the ledger that it stands at: the `seq` of the newest entry that it holds, 0 for none. */
  readonly place: number;
  /** Where the data folder and editors disagreed at the start, as far as they still do. */
  readonly conflicts: readonly Conflict[];
  /** Which version of a claim the record holds: the ledger entry since which it reads as it does; 0 where it is unknown. */
  versionOf(claim: { readonly dossier: string; readonly claim: string }): number;
  /** Calls back after every change, with the entries that made it; returns what ends it. */
  onChange(changed: (entries: readonly LedgerEntry[]) => void): () => void;
  /** Resolves once the record holds the entry at a place: right after an append here, within a second after one elsewhere. */
  reached(place: number): Promise<void>;
}
