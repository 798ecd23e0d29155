import type { Dossier } from '../record/dossier.ts';
import { DATA_FOLDER, type FileAct, type Ledger } from '../record/ledger.ts';
import { ledgerDifference } from '../record/ledger-difference.ts';

/**
 * Brings the ledger level with the data folder; gives the acts that were entered, none when they agreed.
 * Several instances may do it at once: what one has entered, the others find entered.
 */
export async function enterDossiers(ledger: Ledger, dossiers: readonly Dossier[]): Promise<readonly FileAct[]> {
  while (true) {
    const entries = await ledger.read();
    const acts = ledgerDifference(dossiers, entries);
    if (acts.length === 0) return [];
    const { kind } = await ledger.append({ by: DATA_FOLDER, acts, after: entries.at(-1)?.seq ?? 0 });
    if (kind === 'appended') return acts;
  }
}
