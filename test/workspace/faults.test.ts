import { describe, expect, test } from 'vitest';
import type { ApiFault } from '../../src/workspace/faults.ts';
import { startDeskApp, startSocketApp } from './desk-app.ts';
import { answerTo, clientOf, openWorkspace, secrets } from './open-workspace.ts';

const post = (workspace: Awaited<ReturnType<typeof openWorkspace>>, channel = 'C0NEWSROOM') =>
  clientOf(workspace).chat.postMessage({ channel, text: 'An edition' });

describe('a call', () => {
  test.each([
    ['reset-before-accepting', 0],
    ['reset-after-accepting', 1],
    ['server-error', 0],
    ['server-error-after-accepting', 1],
    ['internal-error', 0],
    ['internal-error-partial', 1],
    ['rate-limited', 0],
    ['token-revoked', 0],
  ] as const)('under %s fails once and leaves %d messages', async (fault, left) => {
    const workspace = await openWorkspace();
    workspace.faults.add(fault, { method: 'chat.postMessage' });
    await expect(post(workspace)).rejects.toThrow();
    expect(workspace.messages()).toHaveLength(left);
    await expect(post(workspace)).resolves.toMatchObject({ ok: true });
  });

  test('that is cut off after it was taken posts twice when the client repeats it', async () => {
    const workspace = await openWorkspace();
    workspace.faults.add('reset-after-accepting', { method: 'chat.postMessage' });
    const client = clientOf(workspace, secrets.botToken, { retries: 1, minTimeout: 1 });
    await client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'An edition' });
    expect(workspace.messages().map((message) => message.text)).toEqual(['An edition', 'An edition']);
  });

  test('strikes one method and one channel, as often as asked', async () => {
    const workspace = await openWorkspace();
    workspace.faults.add('not-in-channel', { method: 'chat.postMessage', channel: 'C0NEWSROOM', times: 2 });
    expect(await answerTo(post(workspace, 'C0DESK0001'))).toMatchObject({ ok: true });
    expect(await answerTo(post(workspace))).toMatchObject({ error: 'not_in_channel' });
    expect(await answerTo(post(workspace))).toMatchObject({ error: 'not_in_channel' });
    expect(await answerTo(post(workspace))).toMatchObject({ ok: true });
  });

  test('without blocks has none that Slack could refuse', async () => {
    const workspace = await openWorkspace();
    workspace.faults.add('invalid-blocks', { method: 'chat.postMessage', times: 2 });
    await expect(post(workspace)).resolves.toMatchObject({ ok: true });
    const blocks = [{ type: 'divider' as const }];
    const withBlocks = clientOf(workspace).chat.postMessage({ channel: 'C0NEWSROOM', text: 'An edition', blocks });
    expect(await answerTo(withBlocks)).toMatchObject({ error: 'invalid_blocks' });
  });

  test('under rate-limited is told how long to wait', async () => {
    const workspace = await openWorkspace();
    workspace.faults.add('rate-limited', { retryAfter: 7 });
    const response = await fetch(`${workspace.apiUrl}auth.test`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-local-test' },
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  test.each(['hanging', 'hanging-after-accepting'] satisfies ApiFault[])('under %s never ends', async (fault) => {
    const workspace = await openWorkspace();
    workspace.faults.add(fault);
    const call = fetch(`${workspace.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-local-test', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0NEWSROOM', text: 'a' }),
      signal: AbortSignal.timeout(100),
    });
    await expect(call).rejects.toThrow(/timeout/);
    expect(workspace.messages()).toHaveLength(fault === 'hanging' ? 0 : 1);
  });
});

describe('an event', () => {
  test('is sent again when the app fails, with the number and the reason', async () => {
    const workspace = await openWorkspace();
    workspace.sendTo('http://127.0.0.1:1/');
    const told = workspace.postMessage({ text: 'Hello' });
    const { received } = await startDeskApp(workspace);
    await told;
    await workspace.settled();
    const tries = workspace.deliveries.map(({ retry, outcome }) => [retry?.num, retry?.reason, outcome.ok]);
    expect(tries[0]).toEqual([undefined, undefined, false]);
    expect(tries.at(-1)).toEqual([tries.length - 1, 'connection_failed', true]);
    expect(received.at(-1)?.retryNum).toBe(tries.length - 1);
  });

  test('is given up after three retries', async () => {
    const workspace = await openWorkspace();
    workspace.sendTo('http://127.0.0.1:1/');
    await workspace.postMessage({ text: 'Hello' });
    await workspace.settled();
    expect(workspace.deliveries.map(({ retry }) => retry?.num)).toEqual([undefined, 1, 2, 3]);
  });

  test.each([
    ['duplicate', [undefined, 1]],
    ['lost-acknowledgement', [undefined, 1]],
    ['replayed', [undefined, undefined]],
  ] as const)('under %s reaches the app twice with one event_id', async (fault, retries) => {
    const workspace = await openWorkspace({ events: ['message.channels'] });
    const { received } = await startDeskApp(workspace);
    workspace.faults.add(fault);
    await workspace.postMessage({ text: 'Hello' });
    await workspace.settled();
    expect(new Set(received.map(({ body }) => body.event_id)).size).toBe(1);
    expect(received.map(({ retryNum }) => retryNum)).toEqual(retries);
  });

  // Bolt takes a timestamp from the future, and reads a form with a charset as JSON.
  test.each([
    ['future-timestamp', true],
    ['stale-timestamp', false],
    ['bad-signature', false],
    ['charset', false],
  ] as const)('a command under %s passes Bolt: %s', async (fault, passes) => {
    const workspace = await openWorkspace();
    await startDeskApp(workspace);
    workspace.faults.add(fault);
    const outcome = await workspace.runCommand({ line: '/ask a' });
    expect(outcome.status).toBe(passes ? 'acknowledged' : 'failed');
  });
});

describe('Socket Mode', () => {
  test('carries commands, events and interactions', async () => {
    const workspace = await openWorkspace();
    const { received } = await startSocketApp(workspace);
    expect(workspace.sockets.count()).toBe(1);
    await workspace.runCommand({ line: '/ask how many' });
    await workspace.until(() => workspace.messages().at(-1)?.ephemeral);
    await workspace.click({ actionId: 'share' });
    await workspace.until(() => workspace.messages().at(-1)?.text === 'Shared: how many');
    await workspace.postMessage({ text: '@Desk hello' });
    await workspace.until(() => workspace.messages().at(-1)?.text === 'Mentioned.');
    await workspace.runCommand({ line: '/ask form' });
    await workspace.until(() => workspace.views().length === 1);
    expect(await workspace.submitView({ fill: { text: 'wrong' } })).toMatchObject({ status: 'errors', by: 'app' });
    expect(received.length).toBeGreaterThan(4);
  });

  test('loses commands while a connection is recycled, and finds back', async () => {
    const workspace = await openWorkspace();
    await startSocketApp(workspace);
    workspace.sockets.recycle();
    await workspace.until(() => workspace.sockets.count() === 0);
    expect(await workspace.runCommand({ line: '/ask a' })).toEqual({ status: 'failed', error: 'dispatch_failed' });
    await workspace.until(() => workspace.sockets.count() === 1);
    expect(await workspace.runCommand({ line: '/ask a' })).toMatchObject({ status: 'acknowledged' });
  });
});

describe('the door', () => {
  const get = async (url: string, headers: Record<string, string>) => {
    const { request } = await import('node:http');
    const { hostname, port, pathname } = new URL(url);
    return new Promise<number | undefined>((resolve, reject) => {
      request({ hostname, port, path: pathname, method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  };

  test('is shut to a name that is not this machine, and to other pages', async () => {
    const workspace = await openWorkspace();
    const url = `${workspace.apiUrl}auth.test`;
    expect(await get(url, { host: 'rebound.example' })).toBe(403);
    expect(await get(url, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await get(url, {})).toBe(200);
  });
});

describe('limits on how often methods are called', () => {
  const said = (call: Promise<unknown>) =>
    call.then(
      () => 'done',
      ({ retryAfter }: { retryAfter?: number }) => (retryAfter === undefined ? 'failed' : 'too many'),
    );

  test('let 50 edits a minute through, and then again', async () => {
    const workspace = await openWorkspace({ rates: 30 });
    const { ts } = (await post(workspace)) as { ts: string };
    const client = clientOf(workspace);
    const edit = () => said(client.chat.update({ channel: 'C0NEWSROOM', ts, text: 'Edited' }));
    const answers: string[] = [];
    for (let n = 0; n < 51; n += 1) answers.push(await edit());
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(50);
    await expect.poll(edit, { timeout: 5000, interval: 500 }).toBe('done');
  });

  test('let short bursts into a channel, then about one message a second, each channel by itself', async () => {
    const workspace = await openWorkspace({ rates: 1 });
    const answers: string[] = [];
    for (let n = 0; n < 4; n += 1) answers.push(await said(post(workspace)));
    expect(answers).toEqual(['done', 'done', 'done', 'too many']);
    expect(await said(post(workspace, 'C0DESK0001'))).toBe('done');
  });
});
