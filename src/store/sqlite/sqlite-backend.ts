import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { Backend } from '../backend.ts';
import { StoreError } from '../store-error.ts';
import { words } from '../store-words.ts';
import { connectSqlite, SqliteFailure } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

// The primary result codes of https://sqlite.org/rescode.html that an operator can do something about.
const SQLITE = { busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notDatabase: 26 };

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

function explainSqlite(file: string, error: unknown): StoreError {
  const problem = (error as Error).message;
  const code = (error as { code?: string }).code;
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new StoreError('store-read-only', words.readOnly(file), error);
  }
  if (code === 'ENOSPC') return new StoreError('store-full', words.full(file), error);
  switch (error instanceof SqliteFailure ? error.errcode : undefined) {
    case SQLITE.busy:
    case SQLITE.locked:
      return new StoreError('store-busy', words.busy(file), error);
    case SQLITE.readOnly:
      return new StoreError('store-read-only', words.readOnly(file), error);
    case SQLITE.full:
      return new StoreError('store-full', words.full(file), error);
    case SQLITE.corrupt:
    case SQLITE.notDatabase:
      return new StoreError('store-damaged', words.damaged(file), error);
    case SQLITE.cannotOpen:
      return new StoreError('store-unreachable', words.cannotOpen(file, problem), error);
    default:
      return new StoreError('store-failed', words.failed(file, problem), error);
  }
}
