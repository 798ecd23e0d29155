import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

/** Starts Dateline as `npm start` does, with nothing in its environment but what is given. */
function start(environment: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const child: ChildProcess = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, DATELINE_STORE: join(folder, 'dateline.db'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: () => said };
}

/** What it said in the end, and its exit code. */
async function outcome(environment: Record<string, string>) {
  const { child, said } = start(environment);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function until(what: () => boolean) {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('starting Dateline', { timeout: 30_000 }, () => {
  it('without a token opens the local workspace: one URL, and a signal stops it', async () => {
    const { child, said } = start({ PORT: '0' });
    await until(() => said().includes('\n'));
    expect(said().match(/http\S+/g)).toHaveLength(1);
    const [url = ''] = said().match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(said().trim().split('\n')).toHaveLength(1);
  });

  it('with a data folder that is not a record says every mistake in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
    writeFileSync(join(folder, 'note.txt'), 'nothing here');
    const { code, said } = await outcome({ DATELINE_DATA: folder });
    expect(code).toBe(1);
    expect(said).toMatch(/The record has a mistake:\n.+/);
    expect(said).not.toContain('at loadRecord');
  });

  it('with settings half set names every one that is missing, and starts no workspace', async () => {
    const { code, said } = await outcome({ SLACK_BOT_TOKEN: 'xoxb-real', PORT: 'many' });
    expect(code).toBe(1);
    expect(said).toContain('SLACK_SIGNING_SECRET is missing');
    expect(said).toContain('PORT must be a whole number');
    expect(said).not.toMatch(/http:\/\/|xoxb-real/);
  });

  it('with real tokens connects to Slack alone: the token of a local workspace is not made', async () => {
    const environment = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'signing-secret',
      PORT: '0',
      HOST: '127.0.0.1',
      DATELINE_METRICS_PORT: '0',
    };
    const { child, said } = start(environment);
    await until(() => said().includes('/slack/events'));
    expect(said()).toMatch(/Dateline is listening on http:\/\/127\.0\.0\.1:\d+\/slack\/events/);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  it('shows health and metrics on a port of their own, and a store that cannot be used ends it', async () => {
    const metricsPort = `${await freePort()}`;
    const { child, said } = start({ PORT: '0', HOST: '127.0.0.1', DATELINE_METRICS_PORT: metricsPort });
    await until(() => said().includes('open http'));
    const get = (path: string) => fetch(`http://127.0.0.1:${metricsPort}${path}`).then((response) => response.text());
    expect(await get('/readyz')).toBe('ready\n');
    expect(await get('/metrics')).toMatch(/^dateline_index_claims [1-9]/m);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
    const { code, said: problem } = await outcome({ PORT: '0', DATELINE_STORE: '/proc/dateline.db' });
    expect(code).toBe(1);
    expect(problem).toContain('/proc/dateline.db');
    expect(problem).not.toContain('    at ');
  });

  it('on a port that is taken says so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const { code, said } = await outcome({ PORT: `${port}` });
    expect(code).toBe(1);
    expect(said).toContain('set PORT to another');
  });
});
