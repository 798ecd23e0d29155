import type { LiveRecord } from '../../../src/record/live-record.ts';
import { openLiveRecord } from '../../../src/record/open-live-record.ts';
import { enterDossiers } from '../../../src/store/enter-dossiers.ts';
import type { Store } from '../../../src/store/store.ts';
import { ferryRecord } from './ferry-record.ts';

/** The ferry's record in a store, as it is when Dateline has started. */
export async function openRecord({ ledger }: Pick<Store, 'ledger'>): Promise<LiveRecord> {
  await enterDossiers(ledger, ferryRecord);
  return openLiveRecord(ledger, ferryRecord);
}
