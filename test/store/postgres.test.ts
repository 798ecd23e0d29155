import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../src/record/ledger.ts';
import { openOn, openStore } from '../../src/store/open-store.ts';
import { createPostgresBackend } from '../../src/store/postgres/postgres-backend.ts';
import { ourTypes } from '../../src/store/postgres/postgres-types.ts';
import { openSession } from '../../src/store/session.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts';
import { postgresSite } from './sites.ts';

const act: Act = { kind: 'retracted', dossier: 'ferry', claim: 'a', why: 'Withdrawn.', source: 'Courier' };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(!postgresPrograms)('the store on PostgreSQL', { timeout: 60_000 }, () => {
  let server: PostgresServer;
  let site: Awaited<ReturnType<typeof postgresSite>>;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    site = await postgresSite(server);
    store = await site.open();
  }, 60_000);
  afterEach(() => store.close());

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: site.url, types: ourTypes });
    await client.connect();
    return client;
  }

  it('gives up connections that were dropped in silence, and goes on with others', async () => {
    const { hostname, port, pathname } = new URL(site.url);
    const open: { isDropped: boolean }[] = [];
    const firewall = createServer((client) => {
      const line = { isDropped: false };
      open.push(line);
      const server = createConnection(Number(port), hostname);
      client.on('data', (data) => line.isDropped || server.write(data)).on('error', () => {});
      server.on('data', (data) => line.isDropped || client.write(data)).on('error', () => {});
      client.on('close', () => server.destroy());
      server.on('close', () => line.isDropped || client.destroy());
    }).listen(0);
    await once(firewall, 'listening');
    const url = `postgres://dateline@127.0.0.1:${(firewall.address() as AddressInfo).port}${pathname}`;
    const behind = await openOn(createPostgresBackend(url, { silenceMs: 500 }), () => {});
    const all = () => Promise.allSettled(Array.from({ length: 8 }, () => behind.check()));
    await all();
    for (const line of open) line.isDropped = true;
    const start = performance.now();
    expect((await all()).every(({ status }) => status === 'rejected')).toBe(true);
    expect((await all()).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
    await behind.close();
    firewall.close();
  });

  describe('when commits are delayed', () => {
    it('would skip a row that commits late, if it followed a plain identity column', async () => {
      await site.execute('create table plain (id bigint generated always as identity primary key)');
      const [late, early] = [await connect(), await connect()];
      const read = async (after: number) =>
        (await early.query('select id from plain where id > $1 order by id', [after])).rows.map(({ id }) => id);
      await late.query('begin; insert into plain default values');
      await early.query('insert into plain default values');
      expect(await read(0)).toEqual([2]);
      await late.query('commit');
      expect(await read(2)).toEqual([]);
      await Promise.all([late.end(), early.end()]);
    });

    it('shows a follower of the ledger every entry, in order', async () => {
      // Each commit takes up to 10 ms more, at its very end.
      await site.execute(`
        create function dawdle() returns trigger language plpgsql as
          $$ begin perform pg_sleep(random() * 0.01); return null; end $$;
        create constraint trigger dawdle after insert on ledger deferrable initially deferred
          for each row execute function dawdle()`);
      const WRITES = 50;
      const other = await site.open();
      const seen: number[] = [];
      const follower = other.ledger.follow(0, (entries) => void seen.push(...entries.map(({ seq }) => seq)));
      let writing = true;
      const alsoSeen: number[] = [];
      const reading = (async () => {
        while (writing) {
          const entries = await other.ledger.read({ after: alsoSeen.at(-1) ?? 0 });
          alsoSeen.push(...entries.map(({ seq }) => seq));
        }
      })();
      await Promise.all(Array.from({ length: WRITES }, () => store.ledger.append({ by: 'U1', acts: [act] })));
      await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(WRITES);
      writing = false;
      await reading;
      const every = Array.from({ length: WRITES }, (_, index) => index + 1);
      expect(seen).toEqual(every);
      expect(alsoSeen).toEqual(every.slice(0, alsoSeen.length));
      await follower.stop();
      await other.close();
    });
  });

  it('wakes a follower at once, and lets it look for itself while that connection is lost', async () => {
    const seen: number[] = [];
    const other = await site.open();
    other.ledger.follow(0, (entries) => void seen.push(...entries.map(({ seq }) => seq)));
    // A follower that is woken looks for itself only every ten seconds.
    const append = async (seq: number) => {
      await store.ledger.append({ by: 'U1', acts: [act] });
      await expect.poll(() => seen.at(-1), { timeout: 5000, interval: 5 }).toBe(seq);
    };
    await append(1);
    await append(2);
    await site.execute(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_notify%'`);
    await append(3);
    await pause(1500);
    await append(4);
    expect(site.faults).toEqual([]);
    await other.close();
  });

  describe('a lost server', () => {
    it('is a clear fault while it lasts, and is found again', async () => {
      const seen: number[] = [];
      store.ledger.follow(0, (entries) => void seen.push(...entries.map(({ seq }) => seq)));
      await store.ledger.append({ by: 'U1', acts: [act] });
      await server.crash();
      try {
        await expect(store.ledger.append({ by: 'U1', acts: [act] })).rejects.toMatchObject({
          code: 'store-unreachable',
          message: expect.stringMatching(/^Cannot reach the store postgres:\/\/127\.0\.0\.1:\d+\/dateline_\d+: /),
        });
        await expect.poll(() => site.faults, { timeout: 20_000 }).toMatchObject([{ code: 'store-unreachable' }]);
      } finally {
        await server.start();
      }
      await store.ledger.append({ by: 'U1', acts: [act] });
      await expect.poll(() => seen, { timeout: 20_000 }).toEqual([1, 2]);
      expect(site.faults).toHaveLength(1);
    });

    it('never shows the password', async () => {
      const url = site.url.replace(/\/\/.*\//, '//dateline:sesame@127.0.0.1:1/');
      const fault = await openStore({ kind: 'postgres', url }, () => {}).catch((error: Error) => error);
      expect(fault).toMatchObject({ code: 'store-unreachable' });
      expect(`${fault} ${JSON.stringify(fault)}`).not.toContain('sesame');
      await expect(openStore({ kind: 'postgres', url: 'sesame' }, () => {})).rejects.toMatchObject({
        code: 'store-unreachable',
        message: expect.not.stringContaining('sesame'),
      });
    });

    it('that has no such database says so', async () => {
      const url = site.url.replace(/[^/]*$/, 'nowhere');
      await expect(openStore({ kind: 'postgres', url }, () => {})).rejects.toMatchObject({
        code: 'store-unreachable',
        message: expect.stringContaining('database "nowhere" does not exist'),
      });
    });
  });

  it('does not let an instance that froze in the middle of an append keep the others out', async () => {
    const frozen = openSession(createPostgresBackend(site.url, { idleMs: 300 }));
    const locked = Promise.withResolvers<void>();
    const thawed = Promise.withResolvers<void>();
    const appending = frozen.transact(async (transaction) => {
      await frozen.backend.lockLedger(transaction);
      locked.resolve();
      await thawed.promise;
      await transaction.insertInto('ledger').values({ seq: 1, at: 0, by_whom: 'U9', act: '{}' }).execute();
    });
    await locked.promise;
    expect(await store.ledger.append({ by: 'U1', acts: [act] })).toMatchObject({ kind: 'appended' });
    thawed.resolve();
    await expect(appending).rejects.toMatchObject({ code: 'store-unreachable' });
    await frozen.close();
    expect((await store.ledger.read()).map(({ by }) => by)).toEqual(['U1']);
  });

  it('says so when something else keeps the ledger locked', async () => {
    const hurried = await openOn(createPostgresBackend(site.url, { idleMs: 100 }), () => {});
    const other = await connect();
    await other.query('begin; lock table ledger in exclusive mode');
    expect(await hurried.ledger.read()).toEqual([]);
    await expect(hurried.ledger.append({ by: 'U1', acts: [act] })).rejects.toMatchObject({ code: 'store-busy' });
    await other.end();
    expect(await hurried.ledger.append({ by: 'U1', acts: [act] })).toMatchObject({ kind: 'appended' });
    await hurried.close();
  });

  it('keeps its promises where transactions are serializable unless they say otherwise', async () => {
    await site.execute(
      `alter database ${site.url.split('/').at(-1)} set default_transaction_isolation = 'serializable'`,
    );
    const strict = await site.open();
    const appended = await Promise.all(
      Array.from({ length: 20 }, () => strict.ledger.append({ by: 'U1', acts: [act] })),
    );
    expect(appended.every(({ kind }) => kind === 'appended')).toBe(true);
    await strict.close();
  });

  it('refuses a standby, and says so', async () => {
    await site.execute(`alter database ${site.url.split('/').at(-1)} set default_transaction_read_only = on`);
    const readOnly = await openOn(createPostgresBackend(site.url), () => {});
    await expect(readOnly.ledger.append({ by: 'U1', acts: [act] })).rejects.toMatchObject({ code: 'store-read-only' });
    await readOnly.close();
  });

  it('reads bigint as a number and date as text, for its own clients only', async () => {
    const session = openSession(createPostgresBackend(site.url));
    const query = sql`select 9007199254740991::bigint as big, date '2025-02-19' as day`;
    expect((await session.run((db) => query.execute(db))).rows).toEqual([{ big: 9007199254740991, day: '2025-02-19' }]);
    await expect(session.run((db) => sql`select 9007199254740993::bigint`.execute(db))).rejects.toThrow('too large');
    await session.close();
    const client = new pg.Client({ connectionString: site.url });
    await client.connect();
    const { rows } = await client.query('select 1::bigint as big');
    expect(rows).toEqual([{ big: '1' }]);
    await client.end();
  });
});
