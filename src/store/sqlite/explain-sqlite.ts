import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../store-error.ts';
import { words } from '../store-words.ts';
import { SqliteFailure } from './sqlite-connection.ts';

// The primary result codes of https://sqlite.org/rescode.html that an operator can do something about.
const SQLITE = { busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notDatabase: 26 };

// SQLite reports a disk too full for its shared memory as an I/O error; that file grows by this much at a time.
const LEAST_ROOM = 32 * 1024;

/** An error of SQLite or of the file system as a fault, after a look at the file's folder and its disk. */
export function explainSqlite(file: string, error: unknown): StoreError {
  const problem = (error as Error).message;
  const code = error instanceof SqliteFailure ? error.errcode : undefined;
  switch (code) {
    case SQLITE.busy:
    case SQLITE.locked:
      return new StoreError('store-busy', words.busy(file), error);
    case SQLITE.corrupt:
    case SQLITE.notDatabase:
      return new StoreError('store-damaged', words.damaged(file), error);
    case SQLITE.full:
      return new StoreError('store-full', words.full(file), error);
  }
  if (code === SQLITE.readOnly || !isWritable(file)) {
    return new StoreError('store-read-only', words.readOnly(file), error);
  }
  if (isDiskFull(file)) return new StoreError('store-full', words.full(file), error);
  if (code === SQLITE.cannotOpen) {
    return new StoreError('store-unreachable', words.cannotOpen(file, problem), error);
  }
  return new StoreError('store-failed', words.failed(file, problem), error);
}

/** Whether this user may write the file and its folder, or make them where they are missing. */
function isWritable(file: string): boolean {
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK);
    accessSync(existingFolder(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isDiskFull(file: string): boolean {
  const { bavail, bsize } = statfsSync(existingFolder(file));
  return bavail * bsize < LEAST_ROOM;
}

function existingFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : existingFolder(folder);
}
