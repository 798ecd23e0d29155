import type { Backend } from './backend.ts';
import { createDeliveries } from './delivery-table.ts';
import { createFollowers } from './follow-ledger.ts';
import { forget } from './forget.ts';
import { createInbox } from './inbox-table.ts';
import { createLedger } from './ledger-table.ts';
import { migrate } from './migrate.ts';
import { createPostings } from './posting-table.ts';
import { openSession } from './session.ts';
import { ABANDONED_MS, KEPT_MS, type Store } from './store.ts';
import { createSubscriptions } from './subscription-table.ts';

/** Which store: a SQLite file, or a PostgreSQL server by its URL. */
export type StoreLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * Opens a store, its tables made or brought up to date.
 * `report` is told when followers can no longer read, which they go on trying, and of what cannot be read and is passed
 * over.
 * Rejects with a StoreError, and leaves nothing open, when the store cannot be used.
 */
export async function openStore(location: StoreLocation, report: (fault: Error) => void): Promise<Store> {
  return await openOn(await createBackend(location), report);
}

// Loaded when asked for: neither backend pays for the other's start.
async function createBackend(location: StoreLocation): Promise<Backend> {
  if (location.kind === 'sqlite') {
    const { createSqliteBackend } = await import('./sqlite/sqlite-backend.ts');
    return createSqliteBackend(location.file);
  }
  const { createPostgresBackend } = await import('./postgres/postgres-backend.ts');
  return createPostgresBackend(location.url);
}

/** Opens a store on a backend. */
export async function openOn(backend: Backend, report: (fault: Error) => void): Promise<Store> {
  const session = openSession(backend);
  try {
    await migrate(session);
  } catch (error) {
    await session.close().catch(() => {});
    throw error;
  }
  const followers = createFollowers(backend.pollMs, report);
  const stopWaking = backend.onAppend(followers.wake);
  return {
    ledger: createLedger(session, followers),
    subscriptions: createSubscriptions(session, report),
    inbox: createInbox(session),
    deliveries: createDeliveries(session),
    postings: createPostings(session),
    check: () => session.run(async (db) => void (await db.selectNoFrom(backend.now.as('now')).execute())),
    forget: (olderThanMs = KEPT_MS, abandonedMs = ABANDONED_MS) => forget(session, olderThanMs, abandonedMs),
    async close() {
      stopWaking();
      await followers.stopAll();
      await session.close();
    },
  };
}
