import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLiveAsker } from '../src/ask/live-asker.ts';
import { createLiveChecker } from '../src/check/live-checker.ts';
import { createLog } from '../src/log.ts';
import type { Act } from '../src/record/ledger.ts';
import { Secret } from '../src/secret.ts';
import type { StoreSetting } from '../src/settings.ts';
import { startRecord } from '../src/start-record.ts';
import { claimThing, ferry } from './record/mended-record.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './store/postgres-server.ts';
import { sqliteSite } from './store/sites.ts';

const NOW = '2026-11-22T09:00:00Z';
const LORRIES = 'lorries-eleven';
const of = { dossier: ferry.slug, claim: LORRIES, why: 'The log has twelve', source: 'Port log' };
const aboard = (value: number) => ({ figure: { measure: 'lorries', low: value, high: value } });
const twelve = claimThing(ferry, LORRIES, { statement: 'Twelve lorries were on board.', ...aboard(12) });
const fourteen = claimThing(ferry, LORRIES, {
  id: 'lorries-fourteen',
  statement: 'Fourteen lorries were on board.',
  ...aboard(14),
});
const ACTS = [
  ['corrected', { kind: 'corrected', ...of, things: [twelve] }, 'Twelve lorries'],
  ['retracted', { kind: 'retracted', ...of }, undefined],
  ['approved', { kind: 'approved', dossier: ferry.slug, proposal: 'p1', things: [fourteen] }, 'Fourteen lorries'],
  [
    'superseded',
    {
      kind: 'superseded',
      dossier: ferry.slug,
      claim: 'lorries-fourteen',
      by: 'lorries-fifteen',
      why: 'Newer',
      things: [
        claimThing(ferry, LORRIES, {
          id: 'lorries-fifteen',
          statement: 'Fifteen lorries were on board.',
          ...aboard(15),
        }),
      ],
    },
    'Fifteen lorries',
  ],
] as const satisfies readonly (readonly [string, Act, string | undefined])[];

/** One running instance: what it answers and how it checks. */
async function startInstance(setting: StoreSetting) {
  const { store, record } = await startRecord(setting, () => [ferry], createLog('silent'));
  onTestFinished(store.close);
  const [asker, checker] = [createLiveAsker(record), createLiveChecker(record)];
  const told = () =>
    asker
      .ask({ ask: 'How many lorries were on board?', now: NOW })
      .claims.map(({ claim }) => claim.statement)
      .find((statement) => statement.endsWith('lorries were on board.'));
  return { store, record, told, check: (text: string) => checker.checkSentence(text, NOW) };
}

async function actsChangeEveryInstance(setting: StoreSetting): Promise<void> {
  const [here, there] = [await startInstance(setting), await startInstance(setting)];
  expect([here.told(), there.told()]).toEqual(['Eleven lorries were on board.', 'Eleven lorries were on board.']);
  for (const [, act, told] of ACTS) {
    const appended = await here.store.ledger.append({ by: 'U1', acts: [act] });
    const place = appended.kind === 'appended' ? (appended.entries.at(-1)?.seq ?? 0) : 0;
    const since = performance.now();
    await Promise.all([here.record.reached(place), there.record.reached(place)]);
    expect(performance.now() - since).toBeLessThan(1000);
    for (const { told: answered } of [here, there])
      told === undefined ? expect(answered()).toBeUndefined() : expect(answered()).toContain(told);
    if (act.kind === 'corrected') expect(there.check('Eleven lorries were on board.').reason).toMatch(/^Corrected on/);
    if (act.kind === 'retracted') expect(there.check('Twelve lorries were on board.').reason).toMatch(/^Retracted on/);
  }
  expect(there.record.versionOf({ dossier: ferry.slug, claim: LORRIES })).toBeGreaterThan(0);
}

describe('what an editor does on one instance is answered on every instance within a second', {
  timeout: 60_000,
}, () => {
  it('over a SQLite file', async () => {
    const site = await sqliteSite();
    onTestFinished(site.remove);
    await actsChangeEveryInstance({ kind: 'sqlite', file: site.file });
  });

  describe.skipIf(!postgresPrograms)('over PostgreSQL', () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server.stop());

    it('too', async () => {
      await actsChangeEveryInstance({ kind: 'postgres', url: new Secret(await server.createDatabase()) });
    });
  });
});

describe('a live record', () => {
  it('takes a burst of entries at once, and tells of each once', async () => {
    const { store, record } = await startInstance({ kind: 'sqlite', file: ':memory:' });
    const batches: number[] = [];
    const seen: number[] = [];
    record.onChange((entries) => {
      batches.push(entries.length);
      seen.push(...entries.map(({ seq }) => seq));
    });
    const begin = record.place;
    const acts = Array.from(
      { length: 50 },
      (_, n): Act => ({
        kind: 'corrected',
        ...of,
        things: [claimThing(ferry, LORRIES, { statement: `There were ${n} lorries.` })],
      }),
    );
    await Promise.all(acts.map((act) => store.ledger.append({ by: 'U1', acts: [act] })));
    await record.reached(begin + 50);
    expect(seen).toEqual(Array.from({ length: 50 }, (_, n) => begin + n + 1));
    expect(batches.length).toBeLessThan(50);
    expect(record.entries.at(-1)?.seq).toBe(record.place);
  });

  it('keeps a dossier as it is when nothing in it changed', async () => {
    const { store, record } = await startInstance({ kind: 'sqlite', file: ':memory:' });
    const before = record.dossiers;
    const act: Act = { kind: 'declined', dossier: ferry.slug, proposal: 'p9', why: 'No source' };
    await store.ledger.append({ by: 'U1', acts: [act] });
    await record.reached(record.place + 1);
    expect(record.dossiers).toBe(before);
  });

  it('ends a conflict when the desk makes it like the file', async () => {
    const site = await sqliteSite();
    onTestFinished(site.remove);
    const setting: StoreSetting = { kind: 'sqlite', file: site.file };
    const { store } = await startInstance(setting);
    await store.ledger.append({ by: 'U1', acts: [{ kind: 'corrected', ...of, things: [twelve] }] });
    const claim = ferry.claims.get(LORRIES);
    if (!claim) throw new Error('the ferry has lorries');
    const folder = {
      ...ferry,
      claims: new Map(ferry.claims).set(LORRIES, { ...claim, statement: 'Ten were on board.' }),
    };
    const lines: string[] = [];
    const log = createLog('silent');
    log.warn = (given: { readonly conflict?: string }) => void lines.push(given.conflict ?? '');
    const second = await startRecord(setting, () => [folder], log);
    onTestFinished(second.store.close);
    expect(second.record.conflicts).toMatchObject([{ id: LORRIES }]);
    expect(lines.join()).toContain('In the folder: statement: Ten were on board.');
    const ten = claimThing(ferry, LORRIES, { statement: 'Ten were on board.' });
    await store.ledger.append({ by: 'U1', acts: [{ kind: 'corrected', ...of, things: [ten] }] });
    await second.record.reached(second.record.place + 1);
    expect(second.record.conflicts).toEqual([]);
  });
});
