import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Act } from '../../src/record/ledger.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { enterDossiers } from '../../src/store/enter-dossiers.ts';
import { openStore } from '../../src/store/open-store.ts';
import { claimThing, ferry } from '../record/mended-record.ts';

const root = join(import.meta.dirname, '../..');
const LORRIES = 'lorries-eleven';
const of = { dossier: ferry.slug, claim: LORRIES, why: 'The log has twelve', source: 'Port log' };
const corrected: Act = {
  kind: 'corrected',
  ...of,
  things: [claimThing(ferry, LORRIES, { statement: 'Twelve lorries were on board.' })],
};

/** A data folder and a store that has read it, both gone when the test ends. */
async function setUp(...acts: readonly Act[]) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [data, file] = [join(folder, 'data'), join(folder, 'dateline.db')];
  cpSync(join(root, 'test/fixtures/harbour-ferry/data'), data, { recursive: true });
  const store = await openStore({ kind: 'sqlite', file }, () => {});
  await enterDossiers(store.ledger, loadRecord(data));
  if (acts.length > 0) await store.ledger.append({ by: 'U1', acts });
  await store.close();
  const claims = join(data, ferry.slug, 'claims/accident.yml');
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/export.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NO_COLOR: '1', DATELINE_DATA: data, DATELINE_STORE: file },
    });
    return { status, stdout: stdout.replaceAll(data, 'DATA'), stderr };
  };
  return { run, claims, text: () => readFileSync(claims, 'utf8') };
}

const LINE = `~ DATA/${ferry.slug}/claims/accident.yml: claim ${LORRIES}\n`;
const NOTHING = 'The data folder has everything that the desk brought in.\n';

it('npm run export says what it would write, writes it, and then has nothing to write', {
  timeout: 120_000,
}, async () => {
  const { run, text } = await setUp(corrected);
  const before = text();
  expect(run('--check')).toEqual({ status: 1, stdout: LINE, stderr: '' });
  expect(run('--dry-run')).toEqual({ status: 0, stdout: LINE, stderr: '' });
  expect(text()).toBe(before);
  expect(run()).toEqual({ status: 0, stdout: LINE, stderr: '' });
  expect(text()).toBe(before.replace('Eleven lorries were on board.', 'Twelve lorries were on board.'));
  expect(run()).toEqual({ status: 0, stdout: NOTHING, stderr: '' });
  expect(run('--check')).toEqual({ status: 0, stdout: NOTHING, stderr: '' });
});

it('npm run export leaves a conflict to people: exit code 2, both versions', { timeout: 120_000 }, async () => {
  const { run, claims, text } = await setUp(corrected);
  const changed = text().replace('Eleven lorries were on board.', 'Ten lorries were on board.');
  writeFileSync(claims, changed);
  const { status, stderr } = run();
  expect(status).toBe(2);
  expect(stderr).toContain('  In the folder: statement: Ten lorries were on board.');
  expect(stderr).toMatch(/ {2}On record: statement: Twelve lorries were on board\. \(corrected at the desk by U1 on /);
  expect(text()).toBe(changed);
});

it('npm run export refuses what it does not understand', { timeout: 60_000 }, async () => {
  const { run } = await setUp();
  expect(run('--everything')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: npm run export') });
});
