import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { isFresh } from '../../src/is-fresh.js';

const project = mkdtempSync(join(tmpdir(), 'dateline-bundle-'));
const running = new Set<ChildProcess>();

beforeAll(async () => {
  for (const name of ['src', 'build', 'data', 'package.json', 'tsconfig.json'])
    cpSync(name, join(project, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  await bundle(pathToFileURL(`${project}/`));
}, 60_000);

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(project, { recursive: true });
});

/** Starts it as `npm start` does, with no setting but a store of its own; gives what it says first. */
async function start() {
  const child = spawn(process.execPath, ['src/start.js'], {
    cwd: project,
    env: { PATH: process.env.PATH, PORT: '0', DATELINE_STORE: join(project, 'var', 'dateline.db') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  const line = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('\n')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  await Promise.race([line, once(child, 'exit')]);
  return { said, child };
}

describe('the bundle', { timeout: 60_000 }, () => {
  it('starts, opens its store, serves the local workspace and its page, and stops', async () => {
    expect(isFresh(join(project, 'dist'))).toBe(true);
    const { said, child } = await start();
    const [url = said] = said.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
    const page = await (await fetch(url)).text();
    const [script = ''] = page.match(/(?<=src=")[^"]+\.js/) ?? [];
    expect(await (await fetch(new URL(script, url))).text()).toContain('createRoot');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('can be read where it fails: its functions keep their names', () => {
    const code = readFileSync(join(project, 'dist', 'main.js'), 'utf8');
    expect(code).toContain('function startRecord(');
    expect(code).toContain('function createLiveAsker(');
  });

  it('has no character that would make its text take two bytes for each', () => {
    const code = readFileSync(join(project, 'dist', 'main.js'), 'utf8');
    expect(code.match(/\P{ASCII}/gu) ?? []).toEqual([]);
  });

  // The second only hands on what another module has.
  it.each(['src/secret.ts', 'src/slack/delivery.ts'])('never runs once %s has changed', async (changed) => {
    await bundle(pathToFileURL(`${project}/`));
    const dist = join(project, 'dist');
    const bundled = readFileSync(join(dist, 'main.js'), 'utf8');
    // As long as it was, which is looked at.
    writeFileSync(join(dist, 'main.js'), "console.log('the bundle ran');process.exit();".padEnd(bundled.length));
    expect((await start()).said).toBe('the bundle ran\n');
    appendFileSync(join(project, changed), '\n');
    const { said, child } = await start();
    expect(said).toContain('Dateline is ready');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
