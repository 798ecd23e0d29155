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

describe.skipIf(!postgresPrograms)('the store on PostgreSQL', () => {
  let server: PostgresServer;
  let site: Awaited<ReturnType<typeof postgresSite>>;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
  }, 30_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    site = await postgresSite(server);
    store = await site.open();
  });
  afterEach(() => store.close());

  /** Makes each commit of an insert into the table take up to 10 ms more, at its very end. */
  const delayCommits = (table: string) =>
    site.execute(`
      create or replace function dawdle() returns trigger language plpgsql as
        $$ begin perform pg_sleep(random() * 0.01); return null; end $$;
      create constraint trigger dawdle after insert on ${table} deferrable initially deferred
        for each row execute function dawdle()`);

  describe('when commits are delayed', () => {
    const WRITES = 150;

    it('shows a follower of a plain identity column less than there is, so the next test would notice', async () => {
      await site.execute('create table plain (id bigint generated always as identity primary key)');
      await delayCommits('plain');
      const pool = new pg.Pool({ connectionString: site.url, max: 8, types: ourTypes });
      const seen: number[] = [];
      let writing = true;
      const readOn = async () => {
        const { rows } = await pool.query('select id from plain where id > $1 order by id', [seen.at(-1) ?? 0]);
        seen.push(...rows.map(({ id }) => id));
      };
      const following = (async () => {
        while (writing) await readOn();
      })();
      await Promise.all(Array.from({ length: WRITES }, () => pool.query('insert into plain default values')));
      writing = false;
      await following;
      await readOn();
      await pool.end();
      expect(seen.length).toBeLessThan(WRITES);
    });

    it('shows a follower of the ledger every entry, in order', async () => {
      await delayCommits('ledger');
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
      await expect.poll(() => seen.length, { timeout: 2000 }).toBe(WRITES);
      writing = false;
      await reading;
      const every = Array.from({ length: WRITES }, (_, index) => index + 1);
      expect(seen).toEqual(every);
      expect(alsoSeen).toEqual(every.slice(0, alsoSeen.length));
      await follower.stop();
      await other.close();
    });
  });

  describe('waking', () => {
    it('takes well under a second, and looking takes its place while the connection is lost', async () => {
      const seen: number[] = [];
      const other = await site.open();
      other.ledger.follow(0, (entries) => void seen.push(...entries.map(({ seq }) => seq)));
      const append = async (seq: number, withinMs: number) => {
        await store.ledger.append({ by: 'U1', acts: [act] });
        await expect.poll(() => seen.at(-1), { timeout: withinMs, interval: 5 }).toBe(seq);
      };
      await append(1, 1000);
      await append(2, 300);
      await site.execute(`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_notify%'`);
      await append(3, 1000);
      await pause(1500);
      await append(4, 300);
      expect(site.faults).toEqual([]);
      await other.close();
    });
  });

  describe('a lost server', () => {
    it('is a clear fault while it lasts, and is found again', async () => {
      const seen: number[] = [];
      store.ledger.follow(0, (entries) => void seen.push(...entries.map(({ seq }) => seq)));
      await store.ledger.append({ by: 'U1', acts: [act] });
      await server.crash();
      await expect(store.ledger.append({ by: 'U1', acts: [act] })).rejects.toMatchObject({
        code: 'store-unreachable',
        message: expect.stringMatching(/^Cannot reach the store postgres:\/\/127\.0\.0\.1:\d+\/dateline_\d+: /),
      });
      await expect.poll(() => site.faults, { timeout: 2000 }).toMatchObject([{ code: 'store-unreachable' }]);
      await server.start();
      await store.ledger.append({ by: 'U1', acts: [act] });
      await expect.poll(() => seen, { timeout: 2000 }).toEqual([1, 2]);
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
    const appending = frozen.transact(async (transaction) => {
      await frozen.backend.lockLedger(transaction);
      await pause(1000);
      await transaction.insertInto('ledger').values({ seq: 1, at: 0, by_whom: 'U9', act: '{}' }).execute();
    });
    const refused = expect(appending).rejects.toMatchObject({ code: 'store-unreachable' });
    await pause(50);
    expect(await store.ledger.append({ by: 'U1', acts: [act] })).toMatchObject({ kind: 'appended' });
    await refused;
    await frozen.close();
    expect((await store.ledger.read()).map(({ by }) => by)).toEqual(['U1']);
  });

  it('says so when something else keeps the ledger locked', async () => {
    const hurried = await openOn(createPostgresBackend(site.url, { idleMs: 100 }), () => {});
    const other = new pg.Client({ connectionString: site.url });
    await other.connect();
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
