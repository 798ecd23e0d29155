import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from './contract.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.ts';
import { postgresSite, sqliteSite } from './sites.ts';

// `npm run torture:store` asks for 200.
const KILLS = Number(process.env.DATELINE_KILLS ?? 4);
const WRITERS = 2;
// Now and then a new store, so that some die while the tables are made.
const ROUNDS_A_STORE = 5;

/** Runs a writer and kills it: `early`, at any moment from its start, or else soon after its first acknowledged write. */
async function killWriter(location: Site['location'], name: string, early: boolean): Promise<string[]> {
  const args = [
    fileURLToPath(new URL('./writer.ts', import.meta.url)),
    '--location',
    JSON.stringify(location),
    '--name',
    name,
  ];
  const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  const ended = once(writer, 'close');
  const kill = (withinMs: number) => setTimeout(() => writer.kill('SIGKILL'), Math.random() * withinMs);
  if (early) kill(600);
  createInterface({ input: writer.stdout }).on('line', (line) => {
    if (acknowledged.push(line) === 1 && !early) kill(300);
  });
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return acknowledged;
}

async function expectKept(site: Site, acknowledged: readonly string[]): Promise<void> {
  const store = await site.open();
  const entries = await store.ledger.read();
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  const claimAt = (seq: number) => {
    const act = entries[seq - 1]?.act;
    return act?.kind === 'retracted' ? act.claim : undefined;
  };
  for (const [kind, ...rest] of acknowledged.map((line) => line.split(' '))) {
    const id = rest.at(-1) as string;
    if (kind === 'ledger') {
      expect([claimAt(Number(rest[0])), claimAt(Number(rest[0]) + 1)]).toEqual([id, `${id}-too`]);
    } else if (kind === 'inbox') {
      expect(await store.inbox.accept(id, {}, 0)).toBe(false);
    } else {
      expect(await store.deliveries.claim({ key: id, detail: null, leaseMs: 0 })).toMatchObject({ kind: 'settled' });
      expect(await store.postings.of({ dossier: 'ferry', claim: id })).toHaveLength(1);
    }
  }
  await store.close();
}

async function torture(makeSite: () => Promise<Site>, check: (site: Site) => void): Promise<void> {
  let writes = 0;
  let site = await makeSite();
  for (let round = 0; round < KILLS / WRITERS; round++) {
    if (round > 0 && round % ROUNDS_A_STORE === 0) {
      await site.remove();
      site = await makeSite();
    }
    const names = Array.from({ length: WRITERS }, (_, n) => `round-${round}-${n}`);
    const acknowledged = await Promise.all(
      names.map((name, n) => killWriter(site.location, name, (round * WRITERS + n) % 3 === 0)),
    );
    check(site);
    await expectKept(site, acknowledged.flat());
    writes += acknowledged.flat().length;
  }
  await site.remove();
  console.log(`${KILLS} kills, ${writes} acknowledged writes, none lost`);
  expect(writes).toBeGreaterThanOrEqual(KILLS / 2);
}

describe('writers killed at random, two at a time, lose no acknowledged write, and the store opens again', () => {
  it('on SQLite', { timeout: KILLS * 30_000 }, async () => {
    const intact = ({ location }: Site) => {
      if (location.kind !== 'sqlite' || !existsSync(location.file)) return;
      const database = new DatabaseSync(location.file);
      expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      database.close();
    };
    await torture(sqliteSite, intact);
  });

  describe.skipIf(!postgresPrograms)('on PostgreSQL', () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server.stop());

    it('likewise', { timeout: KILLS * 30_000 }, async () => {
      await torture(
        () => postgresSite(server),
        () => {},
      );
    });
  });
});
