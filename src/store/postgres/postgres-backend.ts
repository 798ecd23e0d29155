import { Kysely, PostgresDialect, sql } from 'kysely';
import pg, { type ClientConfig } from 'pg';
import type { Backend } from '../backend.ts';
import { StoreError, type StoreErrorCode } from '../store-error.ts';
import { words } from '../store-words.ts';
import { CHANNEL, listen } from './listen.ts';
import { ourTypes } from './postgres-types.ts';

const POLL_WHEN_HEARING_MS = 10_000;
const POLL_WHEN_DEAF_MS = 500;

/**
 * The store on a PostgreSQL server, for several instances.
 * `idleMs`: how long a transaction may stand still, as when its process is frozen, before the server ends it.
 */
export function createPostgresBackend(url: string, { idleMs = 5000 } = {}): Backend {
  const name = nameOf(url);
  const config: ClientConfig = {
    connectionString: url,
    application_name: 'dateline',
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    query_timeout: 30_000,
    types: ourTypes,
  };
  const pool = new pg.Pool({ ...config, max: 8 });
  // A client whose connection is cut says so here too, besides rejecting what it runs; unheard, that ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const db: Backend['db'] = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const listener = listen(config);
  return {
    db,
    name,
    now: sql<number>`floor(extract(epoch from statement_timestamp()) * 1000)::bigint`,
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

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  '53100': 'store-full',
  '25006': 'store-read-only',
  '55P03': 'store-busy',
  '25P03': 'store-busy',
  XX001: 'store-damaged',
  XX002: 'store-damaged',
};

// Connections refused, cut or not let in: SQL states 08, 28, 53300, 57P and 3D000, and what the network says.
const UNREACHABLE =
  /^(08...|28...|53300|57P..|3D000|ECONN.*|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/;
const CUT = /terminated|timeout|not queryable|socket|SSL/i;

function explainPostgres(name: string, error: unknown): StoreError {
  const { code = '', message } = error as { code?: string; message: string };
  const problem = message || code;
  switch (CODES[code]) {
    case 'store-full':
      return new StoreError('store-full', words.full(name), error);
    case 'store-read-only':
      return new StoreError('store-read-only', words.databaseReadOnly(name), error);
    case 'store-busy':
      return new StoreError('store-busy', words.busy(name), error);
    case 'store-damaged':
      return new StoreError('store-damaged', words.damaged(name), error);
  }
  if (UNREACHABLE.test(code) || (code === '' && CUT.test(problem))) {
    return new StoreError('store-unreachable', words.unreachable(name, problem), error);
  }
  return new StoreError('store-failed', words.failed(name, problem), error);
}
