import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { WebClient } from '@slack/web-api';
import { expect, it, onTestFinished, vi } from 'vitest';
import { elapsedMs } from '../../../src/elapsed.ts';
import { readFailure } from '../../../src/slack/delivery/read-failure.ts';
import { sendBefore } from '../../../src/slack/delivery/send-before.ts';
import { slackFetch } from '../../../src/slack/slack-fetch.ts';
import { localhostCertificate } from '../support/localhost-certificate.ts';

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

/** A server that speaks HTTP/2 to all who can, and answers after a while; what reached it. */
async function overHttp2(answerAfterMs: number) {
  const reached: string[] = [];
  const server = createSecureServer({ ...localhostCertificate, allowHTTP1: true }, async (request, response) => {
    reached.push(`${request.url} over HTTP/${request.httpVersion}`);
    await sleep(answerAfterMs);
    if (!response.stream?.destroyed) response.end('{"ok":true}');
  });
  server.on('sessionError', () => {});
  server.listen(0);
  await once(server, 'listening');
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, localhostCertificate.cert]);
  onTestFinished(() => {
    setDefaultCACertificates(trusted);
    server.close();
  });
  return { reached, slackApiUrl: `https://localhost:${(server.address() as AddressInfo).port}/` };
}

/** Keeps this process from doing anything, as a freeze does. */
function freeze(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

it('sends what is in time, and what has no moment', async () => {
  const { reached, client } = await counting();
  await sendBefore(elapsedMs() + 5000, () => client.api.test());
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
    const sent = sendBefore(elapsedMs() + 50, () => client.api.test());
    // Begun, and not yet written.
    freeze(100);
    const failure = await sent.catch(readFailure);
    expect(failure).toMatchObject({ kind: 'unreachable' });
    await sleep(50);
    expect(reached).toHaveLength(before);
  },
);

it('sends nothing once the machine slept past the moment, though the clock of the process stood still', async () => {
  const { reached, client } = await counting();
  const late = sendBefore(elapsedMs() + 30_000, () => client.api.test()).catch(readFailure);
  const { now } = Date;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
  onTestFinished(() => void clock.mockRestore());
  expect(await late).toMatchObject({ kind: 'unreachable' });
  expect(reached).toEqual([]);
});

it('leaves other requests alone that are made meanwhile', async () => {
  const { reached, client } = await counting();
  const late = sendBefore(elapsedMs() - 1, () => client.api.test()).catch(() => {});
  await Promise.all([late, client.auth.test(), sendBefore(elapsedMs() + 5000, () => client.auth.test())]);
  expect(reached).toEqual(['/auth.test', '/auth.test']);
});

it('speaks HTTP/1.1 to a Slack that would rather speak HTTP/2, and guards its calls there', async () => {
  const { reached, slackApiUrl } = await overHttp2(0);
  const client = new WebClient('xoxb-local', { slackApiUrl, fetch: slackFetch, retryConfig: { retries: 0 } });
  const late = sendBefore(elapsedMs() - 1, () => client.api.test()).catch(readFailure);
  await Promise.all([sendBefore(elapsedMs() + 5000, () => client.auth.test()), late]);
  expect(await late).toMatchObject({ kind: 'unreachable' });
  expect(reached).toEqual(['/auth.test over HTTP/1.1']);
});

it('says of calls that shared its connection that nobody knows how they went, over HTTP/2', async () => {
  const { reached, slackApiUrl } = await overHttp2(300);
  const client = new WebClient('xoxb-local', { slackApiUrl, retryConfig: { retries: 0 } });
  await client.api.test();
  const inTime = sendBefore(elapsedMs() + 5000, () => client.auth.test()).catch(readFailure);
  const unbounded = client.auth.test().catch(readFailure);
  await sleep(100);
  const late = await sendBefore(elapsedMs() - 1, () => client.chat.postMessage({ channel: 'C1', text: 'late' })).catch(
    readFailure,
  );
  expect(late).toMatchObject({ kind: 'unreachable' });
  expect(await inTime).toMatchObject({ kind: 'doubt' });
  expect(await unbounded).toMatchObject({ kind: 'doubt' });
  expect(reached).toEqual(['/api.test over HTTP/2.0', '/auth.test over HTTP/2.0', '/auth.test over HTTP/2.0']);
});
