import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Session } from './backend.ts';
import { ledgerAndDeliveries } from './migrations/001-ledger-and-deliveries.ts';
import { messageSources } from './migrations/002-message-sources.ts';
import { StoreError } from './store-error.ts';
import { words } from './store-words.ts';

/** In order. A migration that has been released is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-ledger-and-deliveries': ledgerAndDeliveries,
  '002-message-sources': messageSources,
};

/** Brings the tables up to date under a lock, so that of two starting instances one does it; refuses newer tables. */
export async function migrate({ backend, run }: Session): Promise<void> {
  await run(async (db) => {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    const newer = (await appliedMigrations(db)).find((name) => !(name in migrations));
    if (newer === undefined) throw error;
    const known = Object.keys(migrations).at(-1) ?? '';
    throw new StoreError('store-newer', words.newer(backend.name, newer, known), error);
  });
}

async function appliedMigrations(db: Session['backend']['db']): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    return rows.map(({ name }) => name);
  } catch {
    return [];
  }
}
