import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openStore, type StoreLocation } from '../../src/store/open-store.ts';
import type { Site } from './contract.ts';
import type { PostgresServer } from './postgres-server.ts';

/** A SQLite file in a folder of its own, neither of which is there yet. */
export async function sqliteSite(): Promise<Site & { readonly file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-store-'));
  const file = join(folder, 'var', 'dateline.db');
  return {
    ...opener({ kind: 'sqlite', file }),
    file,
    async execute(statement) {
      const database = new DatabaseSync(file, { timeout: 5000 });
      database.exec(statement);
      database.close();
    },
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

/** An empty database on the server. */
export async function postgresSite(server: PostgresServer): Promise<Site & { readonly url: string }> {
  const url = await server.createDatabase();
  return {
    ...opener({ kind: 'postgres', url }),
    url,
    async execute(statement) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(statement);
      await client.end();
    },
    remove: async () => {},
  };
}

function opener(location: StoreLocation) {
  const faults: Error[] = [];
  return { location, faults, open: () => openStore(location, (fault) => faults.push(fault)) };
}
