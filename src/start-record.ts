import type { Log } from './log.ts';
import { conflictText } from './record/conflict-text.ts';
import type { Dossier } from './record/dossier.ts';
import type { LiveRecord } from './record/live-record.ts';
import { openLiveRecord } from './record/open-live-record.ts';
import type { StoreSetting } from './settings.ts';
import { enterDossiers } from './store/enter-dossiers.ts';
import { openStore, type StoreLocation } from './store/open-store.ts';
import type { Store } from './store/store.ts';

/** The store, level with the data folder, and the record that its ledger holds. */
export interface StartedRecord {
  readonly store: Store;
  readonly record: LiveRecord;
}

/** Where a setting says that the store is. */
export function storeLocation(setting: StoreSetting): StoreLocation {
  return setting.kind === 'sqlite' ? setting : { kind: 'postgres', url: setting.url.reveal() };
}

/**
 * Opens the store, reads the data folder meanwhile, and enters what changed in it. Throws what `readFolder` throws, and a
 * StoreError when the store cannot be used.
 */
export async function startRecord(
  setting: StoreSetting,
  readFolder: () => readonly Dossier[],
  log: Log,
): Promise<StartedRecord> {
  const opening = openStore(storeLocation(setting), (err) => log.error({ err }, 'the store cannot be read'));
  // Of two faults the folder's is told; without this the store's would end the process first.
  opening.catch(() => {});
  const folder = readFolder();
  const store = await opening;
  const entries = await store.ledger.read();
  const entered = await enterDossiers(store.ledger, folder, entries);
  if (entered.length > 0) log.info({ acts: entered.length }, 'the data folder entered the ledger');
  const record = await openLiveRecord(store.ledger, folder, entered.length > 0 ? undefined : entries);
  for (const conflict of record.conflicts)
    log.warn({ conflict: conflictText(conflict) }, 'the data folder and the desk disagree');
  return { store, record };
}
