import { Worker } from 'node:worker_threads';
import type { SqliteReply, SqliteRequest } from './sqlite-worker.ts';

/** An error that SQLite reported, with its primary result code. */
export class SqliteFailure extends Error {
  readonly errcode: number | undefined;

  constructor(message: string, errcode: number | undefined) {
    super(message);
    this.errcode = errcode;
  }
}

/** One SQLite file, open in a thread of its own: a slow disk or a lock never stops this process's event loop. */
export interface SqliteConnection {
  execute(sql: string, parameters: readonly unknown[]): Promise<{ rows: unknown[]; changes: number }>;
  close(): Promise<void>;
}

/** Opens at the first statement. `busyMs` is how long a statement waits for another process's lock. */
export function connectSqlite(file: string, busyMs: number): SqliteConnection {
  const worker = new Worker(new URL('./start-sqlite-worker.js', import.meta.url), {
    workerData: { file, busyMs },
    execArgv: [],
  });
  const waiting = new Map<
    number,
    { resolve: (reply: SqliteReply & { ok: true }) => void; reject: (e: Error) => void }
  >();
  let last = 0;
  let failure: Error | undefined;

  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new SqliteFailure('its thread has ended', undefined)));
  worker.on('message', (reply: SqliteReply) => {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) asker?.resolve(reply);
    else asker?.reject(new SqliteFailure(reply.message, reply.errcode));
  });

  const ask = (sql: string | undefined, parameters: readonly unknown[]) =>
    new Promise<SqliteReply & { ok: true }>((resolve, reject) => {
      if (failure) return reject(failure);
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, sql, parameters } satisfies SqliteRequest);
    });

  return {
    execute: ask,
    async close() {
      await ask(undefined, []);
      await worker.terminate();
    },
  };
}
