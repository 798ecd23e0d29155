import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';

/** A statement to run; `undefined` sql closes the file. */
export interface SqliteRequest {
  readonly id: number;
  readonly sql: string | undefined;
  readonly parameters: readonly unknown[];
}

export type SqliteReply =
  | { readonly id: number; readonly ok: true; readonly rows: unknown[]; readonly changes: number }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly errcode: number | undefined };

const { file, busyMs } = workerData as { readonly file: string; readonly busyMs: number };
let database: DatabaseSync | undefined;

// Setting WAL can meet a lock that the busy timeout does not wait for, when another process opens the file too.
function open(): DatabaseSync {
  const opened = new DatabaseSync(file, { timeout: busyMs });
  for (const deadline = Date.now() + busyMs; ; ) {
    try {
      opened.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
      return opened;
    } catch (error) {
      if (primaryCode(error) !== SQLITE_BUSY || Date.now() > deadline) {
        opened.close();
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

const SQLITE_BUSY = 5;

function primaryCode(error: unknown): number | undefined {
  const code = (error as { errcode?: number }).errcode;
  // Extended codes carry the primary one in their low byte.
  return code === undefined ? undefined : code & 0xff;
}

const LONGEST_KEPT = 4000;
const statements = new LRUCache<string, StatementSync>({ max: 100 });

/** Reading a statement costs as much as running it, so those that come again are kept. */
function prepare(sql: string): StatementSync {
  database ??= open();
  const statement = database.prepare(sql);
  // A long one has many parameters, which it would keep.
  if (sql.length <= LONGEST_KEPT) statements.set(sql, statement);
  return statement;
}

function execute(sql: string, parameters: readonly unknown[]): { rows: unknown[]; changes: number } {
  const statement = statements.get(sql) ?? prepare(sql);
  if (statement.columns().length > 0) {
    return { rows: statement.all(...(parameters as SQLInputValue[])), changes: 0 };
  }
  return { rows: [], changes: Number(statement.run(...(parameters as SQLInputValue[])).changes) };
}

parentPort?.on('message', ({ id, sql, parameters }: SqliteRequest) => {
  const reply = (it: SqliteReply) => parentPort?.postMessage(it);
  try {
    if (sql === undefined) {
      database?.close();
      reply({ id, ok: true, rows: [], changes: 0 });
    } else {
      reply({ id, ok: true, ...execute(sql, parameters) });
    }
  } catch (error) {
    reply({ id, ok: false, message: (error as Error).message, errcode: primaryCode(error) });
  }
});
