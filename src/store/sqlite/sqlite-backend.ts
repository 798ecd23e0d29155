import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Backend } from '../backend.ts';
import { explainSqlite } from './explain-sqlite.ts';
import { connectSqlite } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

const POLL_MS = 250;

/** The embedded store: one file, made with its folder when missing. `busyMs`: how long to wait for another's lock. */
export function createSqliteBackend(file: string, { busyMs = 5000 } = {}): Backend {
  const explain = (error: unknown) => explainSqlite(file, error);
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw explain(error);
  }
  const db: Backend['db'] = new Kysely({ dialect: sqliteDialect(connectSqlite(file, busyMs)) });
  return {
    db,
    name: file,
    now: sql<number>`cast(round(unixepoch('now', 'subsec') * 1000) as integer)`,
    each: (json) => sql`json_each(${json})`,
    atOnce: 1,
    begin: async () => {},
    // `begin immediate` has it already: SQLite has one writer at a time.
    lockLedger: async () => {},
    // SQLite tells nobody, so the followers of other processes look for themselves.
    onAppend: () => () => {},
    pollMs: () => POLL_MS,
    explain,
    close: () => db.destroy(),
  };
}
