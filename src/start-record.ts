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

/** Opens the store and enters what changed in the data folder. Rejects with a StoreError when it cannot be used. */
export async function startRecord(setting: StoreSetting, folder: readonly Dossier[], log: Log): Promise<StartedRecord> {
  const store = await openStore(storeLocation(setting), (err) => log.error({ err }, 'the store cannot be read'));
  const entered = await enterDossiers(store.ledger, folder);
  if (entered.length > 0) log.info({ acts: entered.length }, 'the data folder entered the ledger');
  const record = await openLiveRecord(store.ledger, folder);
  for (const conflict of record.conflicts)
    log.warn({ conflict: conflictText(conflict) }, 'the data folder and the desk disagree');
  return { store, record };
}
