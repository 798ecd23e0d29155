import { afterAll, beforeAll, describe } from 'vitest';
import { storeContract } from './contract.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts';
import { postgresSite, sqliteSite } from './sites.ts';

describe('the store on SQLite', { timeout: 60_000 }, () => {
  storeContract(sqliteSite);
});

describe.skipIf(!postgresPrograms)('the store on PostgreSQL', { timeout: 60_000 }, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
  });
  storeContract(() => postgresSite(server));
});
