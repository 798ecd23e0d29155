import type { Log } from './log.ts';
import { claimVersions, versionOf } from './record/claim-versions.ts';
import type { Dossier } from './record/dossier.ts';
import type { StoreSetting } from './settings.ts';
import { enterDossiers } from './store/enter-dossiers.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

/** The store, level with the data folder, and the version of each claim in its ledger as it grows. */
export interface StartedStore {
  readonly store: Store;
  readonly versionOf: (claim: { readonly dossier: string; readonly claim: string }) => number;
}

/** Opens the store and enters what changed in the data folder. Rejects with a StoreError when it cannot be used. */
export async function startStore(setting: StoreSetting, record: readonly Dossier[], log: Log): Promise<StartedStore> {
  const location = setting.kind === 'sqlite' ? setting : ({ kind: 'postgres', url: setting.url.reveal() } as const);
  const store = await openStore(location, (err) => log.error({ err }, 'the ledger cannot be followed'));
  const entered = await enterDossiers(store.ledger, record);
  if (entered.length > 0) log.info({ acts: entered.length }, 'the data folder entered the ledger');
  const entries = await store.ledger.read();
  let versions = claimVersions(entries);
  store.ledger.follow(entries.at(-1)?.seq ?? 0, (later) => {
    versions = claimVersions(later, versions);
  });
  return { store, versionOf: (claim) => versionOf(versions, claim) };
}
