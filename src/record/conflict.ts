import type { LedgerEntry } from './ledger.ts';
import type { Subject, Thing } from './ledger-values.ts';

/** Something on which the data folder and the editors' desk disagree. The record stays as the desk has it. */
export interface Conflict {
  /** The dossier's slug. */
  readonly dossier: string;
  readonly subject: Subject;
  readonly id: string;
  /** As the folder has it now; absent: it has it no more. */
  readonly folder?: Thing;
  /** As the record has it; absent: it was retracted. */
  readonly record?: Thing;
  /** The editor's newest act on it. */
  readonly act?: LedgerEntry;
  /** Ids of the claims that stand and rest on what the folder dropped. */
  readonly neededBy: readonly string[];
}
