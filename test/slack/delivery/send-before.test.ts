import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { readFailure } from '../../../src/slack/delivery/read-failure.ts';
import { sendBefore } from '../../../src/slack/delivery/send-before.ts';

/** A server that counts what reaches it; its address. */
async function counting() {
  const reached: string[] = [];
  const server: Server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end('{"ok":true}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const client = new WebClient('xoxb-local', {
    slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    retryConfig: { retries: 0 },
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
  });
  return { reached, client };
}

/** Keeps this process from doing anything, as a freeze does. */
function freeze(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

it('sends what is in time, and what has no moment', async () => {
  const { reached, client } = await counting();
  await sendBefore(performance.now() + 5000, () => client.api.test());
  await client.api.test();
  expect(reached).toHaveLength(2);
});

it.each([
  ['over a new connection', false],
  ['over one that is open', true],
])(
  'sends not a byte %s once the process was frozen past the moment, and says that nothing was done',
  async (_, open) => {
    const { reached, client } = await counting();
    if (open) await client.api.test();
    const before = reached.length;
    const sent = sendBefore(performance.now() + 50, () => client.api.test());
    // Begun, and not yet written.
    freeze(100);
    const failure = await sent.catch(readFailure);
    expect(failure).toMatchObject({ kind: 'unreachable' });
    await sleep(50);
    expect(reached).toHaveLength(before);
  },
);

it('leaves other requests alone that are made meanwhile', async () => {
  const { reached, client } = await counting();
  const late = sendBefore(performance.now() - 1, () => client.api.test()).catch(() => {});
  await Promise.all([late, client.auth.test(), sendBefore(performance.now() + 5000, () => client.auth.test())]);
  expect(reached).toEqual(['/auth.test', '/auth.test']);
});
