import type { Dossier } from '../record/dossier.ts';
import { DATA_FOLDER, type FileAct, type Ledger, type LedgerEntry } from '../record/ledger.ts';
import { ledgerDifference } from '../record/ledger-difference.ts';

/**
 * Brings the ledger level with the data folder; gives the acts that were entered, none when they agreed.
 * Several instances may do it at once: what one has entered, the others find entered. `read` is what the ledger holds,
 * where that is known.
 */
export async function enterDossiers(
  ledger: Ledger,
  dossiers: readonly Dossier[],
  read?: readonly LedgerEntry[],
): Promise<readonly FileAct[]> {
  for (let entries = read ?? (await ledger.read()); ; entries = await ledger.read()) {
    const acts = ledgerDifference(dossiers, entries);
    if (acts.length === 0) return [];
    const { kind } = await ledger.append({ by: DATA_FOLDER, acts, after: entries.at(-1)?.seq ?? 0 });
    if (kind === 'appended') return acts;
  }
}
