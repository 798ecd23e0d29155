import { Socket } from 'node:net';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg, { type ClientConfig } from 'pg';
import type { Backend } from '../backend.ts';
import { StoreError } from '../store-error.ts';
import { words } from '../store-words.ts';
import { explainPostgres } from './explain-postgres.ts';
import { CHANNEL, listen } from './listen.ts';
import { ourTypes } from './postgres-types.ts';

const POLL_WHEN_HEARING_MS = 10_000;
const POLL_WHEN_DEAF_MS = 500;
const CONNECTIONS = 8;

/**
 * The store on a PostgreSQL server, for several instances.
 * `idleMs`: how long a transaction may stand still, as when its process is frozen, before the server ends it.
 * `silenceMs`: after how long without a word a connection counts as dead: longer than anything waits for a lock.
 */
export function createPostgresBackend(
  url: string,
  { idleMs = 5000, silenceMs = 2.5 * idleMs }: { readonly idleMs?: number; readonly silenceMs?: number } = {},
): Backend {
  const name = nameOf(url);
  const config: ClientConfig = {
    connectionString: url,
    application_name: 'dateline',
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    query_timeout: 30_000,
    types: ourTypes,
  };
  // A query that times out leaves its connection as it is: one that a firewall dropped in silence would go back to the
  // pool, and fail the next query too.
  const stream = () => {
    const socket = new Socket();
    return socket.setTimeout(silenceMs, () => socket.destroy(new Error('The server has fallen silent')));
  };
  const pool = new pg.Pool({ ...config, stream, max: CONNECTIONS });
  // A client whose connection is cut says so here too, besides rejecting what it runs; unheard, that ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const db: Backend['db'] = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const listener = listen(config);
  return {
    db,
    name,
    now: sql<number>`floor(extract(epoch from statement_timestamp()) * 1000)::bigint`,
    each: (json) => sql`json_array_elements(${json}::json)`,
    atOnce: CONNECTIONS,
    // Set here and not when connecting, because connection poolers refuse or mix up settings of a session.
    async begin(transaction) {
      await sql`select set_config('idle_in_transaction_session_timeout', ${String(idleMs)}, true),
        set_config('lock_timeout', ${String(2 * idleMs)}, true)`.execute(transaction);
    },
    async lockLedger(transaction) {
      await sql`lock table ledger in exclusive mode`.execute(transaction);
      await sql`select pg_notify(${CHANNEL}, '')`.execute(transaction);
    },
    onAppend: (wake) => listener.onAnnouncement(wake),
    pollMs: () => (listener.hears() ? POLL_WHEN_HEARING_MS : POLL_WHEN_DEAF_MS),
    explain: (error) => explainPostgres(name, error),
    async close() {
      await listener.close();
      await db.destroy();
    },
  };
}

/** `postgres://user:password@host:5432/base?...` as `postgres://host:5432/base`. */
function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    throw new StoreError('store-unreachable', words.unreachable('(unreadable)', 'DATABASE_URL is not a URL'));
  }
}
