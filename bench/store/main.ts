/** What the store costs on SQLite and PostgreSQL, beside the same rows on the bare database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreLocation } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { postgresPrograms, startPostgres } from '../../test/store/postgres-server.ts';
import { type Line, ratios } from '../common/line.ts';
import { readOptions } from '../common/read-options.ts';
import { report } from '../common/report.ts';
import { spreadOf } from '../common/statistics.ts';
import { type Floor, postgresFloor, sqliteFloor } from './floors.ts';
import { fill, filled, storeTasks, type Task } from './tasks.ts';

const { isSmallest } = readOptions();
const ROUNDS = isSmallest ? 1 : 9;
const WARM_UP_ROUNDS = isSmallest ? 0 : 2;

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const postgres = postgresPrograms ? await startPostgres() : undefined;
try {
  const onSqlite = await measure('node:sqlite', async () => {
    const file = join(folder, `${crypto.randomUUID()}.db`);
    return { location: { kind: 'sqlite', file }, openFloor: async () => sqliteFloor(file) };
  });
  const onPostgres = postgres
    ? await measure('pg', async () => {
        const url = await postgres.createDatabase();
        return { location: { kind: 'postgres', url }, openFloor: () => postgresFloor(url) };
      })
    : [];
  report('store', [...onSqlite, ...onPostgres]);
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
}

interface Site {
  readonly location: StoreLocation;
  readonly openFloor: () => Promise<Floor>;
}

async function measure(floorName: string, makeSite: () => Promise<Site>): Promise<Line[]> {
  const [ours, bare] = [await openFilled(await makeSite()), await openFilled(await makeSite())];
  const { store } = ours;
  const { floor } = bare;
  const lines: Line[] = [];
  for (const task of storeTasks(isSmallest)) {
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      const first = (round + WARM_UP_ROUNDS) * task.times;
      const took = {
        ours: await timed(task, first, (n) => task.store(store, n)),
        bare: await timed(task, first, (n) => task.floor(floor, n)),
      };
      if (round < 0) continue;
      times.ours.push(took.ours);
      times.bare.push(took.bare);
    }
    lines.push({
      what: `${task.what}, on ${floorName}`,
      unit: 'ms',
      measured: { Dateline: spreadOf(times.ours), floor: spreadOf(times.bare) },
      ratio: { of: 'Dateline', to: floorName, spread: spreadOf(ratios(times.ours, times.bare)) },
    });
  }
  for (const { store, floor } of [ours, bare]) {
    await store.close();
    await floor.close();
  }
  return lines;
}

async function openFilled({ location, openFloor }: Site): Promise<{ readonly store: Store; readonly floor: Floor }> {
  const store = await openStore(location, (fault) => {
    throw fault;
  });
  const floor = await openFloor();
  await fill(floor, filled(isSmallest));
  return { store, floor };
}

/** How long one of a task's times takes, in ms. */
async function timed({ times }: Task, first: number, once: (n: number) => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  for (let n = first; n < first + times; n++) await once(n);
  return (performance.now() - begin) / times;
}
