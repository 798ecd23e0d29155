import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, AuthorizationError, HTTPReceiver, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { boltLogger, createLog } from '../../src/log.ts';
import { Secret } from '../../src/secret.ts';
import { createHttpReceiver, REQUEST_PATH } from '../../src/slack/http-receiver.ts';

const SECRET = 'a-secret-of-the-tests';
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const LIMIT = 2000;
const quiet = createLog('silent', new PassThrough());

type Listener = Parameters<App['command']>[1];
const echo: Listener = async ({ ack, command }) => ack({ text: `said ${command.text}` });

/** An app on a receiver: ours, or Bolt's own to compare with. */
async function open({ receiver, command = echo }: { receiver?: 'bolt'; command?: Listener } = {}) {
  const seen: unknown[] = [];
  const made =
    receiver === 'bolt'
      ? new HTTPReceiver({ signingSecret: SECRET, logger: boltLogger(quiet), bodyLimit: LIMIT })
      : createHttpReceiver({ signingSecret: new Secret(SECRET), log: quiet, bodyLimit: LIMIT, patienceMs: 300 });
  const app = new App({
    receiver: made as Receiver,
    authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U0' }),
    logger: boltLogger(quiet),
    convoStore: false,
  });
  app.use(async ({ next, context: { retryNum, retryReason }, body }) => {
    seen.push({ body, retryNum, retryReason });
    await next();
  });
  app.command(/^\//, command);
  app.action('press', async ({ ack }) => ack());
  const server = await (made as ReturnType<typeof createHttpReceiver>).start({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    server.closeAllConnections();
    await made.stop();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${REQUEST_PATH}`, seen, server };
}

interface Sent {
  readonly body: string;
  readonly type?: string;
  readonly headers?: Record<string, string>;
  readonly secondsFromNow?: number;
  readonly secret?: string;
  readonly unsigned?: true;
  readonly method?: string;
}

function send(
  url: string,
  { body, type = FORM, headers = {}, secondsFromNow = 0, secret = SECRET, unsigned, method = 'POST' }: Sent,
) {
  const timestamp = Math.floor(Date.now() / 1000) + secondsFromNow;
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const signed = { 'x-slack-request-timestamp': `${timestamp}`, 'x-slack-signature': signature };
  return fetch(url, {
    method,
    headers: { 'content-type': type, ...(unsigned ? {} : signed), ...headers },
    ...(method === 'GET' ? {} : { body }),
  });
}

const COMMAND = 'command=%2Fx&text=hello+w%C3%B6rld&team_id=T1&user_id=U1&channel_id=C1';
const PRESS = `payload=${encodeURIComponent(JSON.stringify({ type: 'block_actions', actions: [{ action_id: 'press' }], team: { id: 'T1' }, user: { id: 'U1' } }))}`;
const EVENT = JSON.stringify({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'app_mention', channel: 'C1' },
});

// What Bolt's own tests of its receiver ask for, and what else can reach a port that is open to everyone.
const CASES: Readonly<Record<string, Sent>> = {
  'a signed command': { body: COMMAND },
  'a signed press': { body: PRESS },
  'a signed event': { body: EVENT, type: JSON_TYPE },
  'a retried event': {
    body: EVENT,
    type: JSON_TYPE,
    headers: { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' },
  },
  'an event of ten minutes ago': { body: EVENT, type: JSON_TYPE, secondsFromNow: -600 },
  'an event of four minutes ago': { body: EVENT, type: JSON_TYPE, secondsFromNow: -240 },
  'another secret': { body: COMMAND, secret: 'another' },
  'no signature': { body: COMMAND, unsigned: true },
  'a signature that is none': { body: COMMAND, headers: { 'x-slack-signature': 'v0=invalid-signature' } },
  'an empty signature': { body: COMMAND, headers: { 'x-slack-signature': '' } },
  'a signature of another version': { body: COMMAND, headers: { 'x-slack-signature': 'v1=00' } },
  'a timestamp that is no number': { body: COMMAND, headers: { 'x-slack-request-timestamp': 'yesterday' } },
  'an ssl_check without a signature': { body: 'ssl_check=1&token=legacy', unsigned: true },
  'an ssl_check that smuggles an event': { body: `ssl_check=1&payload=${encodeURIComponent(EVENT)}`, unsigned: true },
  'ssl_check=0 without a signature': { body: 'ssl_check=0&token=legacy', unsigned: true },
  'ssl_check=true without a signature': { body: 'ssl_check=true', unsigned: true },
  'ssl_check twice without a signature': { body: 'ssl_check=1&ssl_check=1', unsigned: true },
  'an empty ssl_check without a signature': { body: 'ssl_check=', unsigned: true },
  'an ssl_check in JSON without a signature': { body: '{"ssl_check":"1"}', type: JSON_TYPE, unsigned: true },
  'a url_verification': { body: '{"type":"url_verification","challenge":"abc"}', type: JSON_TYPE },
  'a url_verification without a signature': {
    body: '{"type":"url_verification","challenge":"abc"}',
    type: JSON_TYPE,
    unsigned: true,
  },
  'JSON that is none': { body: '{"type":', type: JSON_TYPE },
  'a payload that is none': { body: 'payload=%7Bnot', type: FORM },
  'a body over the limit': { body: `command=%2Fx&text=${'x'.repeat(LIMIT)}` },
  'another path': { body: COMMAND },
  'another method': { body: COMMAND, method: 'PUT' },
  'a GET': { body: '', method: 'GET' },
};

describe('our receiver answers as Bolt’s own', () => {
  it.each(Object.entries(CASES))('%s', async (name, sent) => {
    const [ours, bolts] = [await open(), await open({ receiver: 'bolt' })];
    const [answered, expected] = await Promise.all(
      [ours, bolts].map(async ({ url }) => {
        const response = await send(name === 'another path' ? `${url}/other` : url, sent);
        return { status: response.status, body: await response.text(), json: response.headers.get('content-type') };
      }),
    );
    expect(answered).toEqual(expected);
    expect(ours.seen).toEqual(bolts.seen);
  });

  it('whatever bytes come unsigned, no listener hears of them', { timeout: 30_000 }, async () => {
    const [ours, bolts] = [await open(), await open({ receiver: 'bolt' })];
    const parts = fc.constantFrom(COMMAND, PRESS, EVENT, 'payload=', 'ssl_check=1', '{}', '[1]', '"x"', '&', '=', '%');
    const bodies = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((some) => some.join('&')),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(FORM, JSON_TYPE, 'text/plain'), async (body, type) => {
        const sent: Sent = { body: body.toWellFormed(), type, unsigned: true };
        const [answered, expected] = await Promise.all([send(ours.url, sent), send(bolts.url, sent)]);
        expect(answered.status).toBe(expected.status);
      }),
    );
    expect(ours.seen).toEqual([]);
  });
});

describe('our receiver', () => {
  it.each([
    ['an hour from now', 3600, 401],
    ['six minutes from now', 360, 401],
    ['six minutes ago', -360, 401],
    ['four minutes from now', 240, 200],
  ])('a request that was signed %s', async (_, secondsFromNow, status) => {
    const { url, seen } = await open();
    expect((await send(url, { body: COMMAND, secondsFromNow })).status).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
  });

  it.each([`${FORM}; charset=utf-8`, 'Application/X-WWW-Form-Urlencoded;charset=UTF-8', `${FORM} ; x=y`])(
    'takes a form of type %s',
    async (type) => {
      const { url } = await open();
      expect(await (await send(url, { body: COMMAND, type })).json()).toEqual({ text: 'said hello wörld' });
    },
  );

  it('a request is acknowledged once: a second time is a mistake of the listener', async () => {
    let second: unknown;
    const { url } = await open({
      command: async ({ ack }) => {
        await ack('first');
        second = await ack('second').catch((error) => error);
      },
    });
    expect(await (await send(url, { body: COMMAND })).text()).toBe('first');
    expect(second).toBeInstanceOf(ReceiverMultipleAckError);
  });

  it('what no listener acknowledges in time gets 404, and an acknowledgement after that changes nothing', async () => {
    const { url } = await open({
      command: async ({ ack }) => {
        await sleep(400);
        await ack('late');
      },
    });
    expect((await send(url, { body: COMMAND })).status).toBe(404);
    await sleep(150);
    expect((await send(url, { body: PRESS })).status).toBe(200);
  });

  it.each([
    ['fails', new Error('broken'), 500],
    ['is not authorised', new AuthorizationError('no', new Error('no')), 401],
  ])('an app that %s is told as its status', async (_, error, status) => {
    const receiver = createHttpReceiver({ signingSecret: new Secret(SECRET), log: quiet });
    receiver.init({ processEvent: async () => Promise.reject(error) } as unknown as App);
    const server = await receiver.start({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => receiver.stop());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${REQUEST_PATH}`;
    expect((await send(url, { body: COMMAND })).status).toBe(status);
  });

  it('many requests on one connection, some of them refused, are each answered', async () => {
    const { url } = await open();
    for (const [, sent] of Object.entries(CASES)) await (await send(url, sent)).arrayBuffer();
    expect((await send(url, { body: COMMAND })).status).toBe(200);
  });

  it('a sender that goes away in the middle of a body costs nothing', async () => {
    const { url, seen, server } = await open();
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST ${REQUEST_PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf`);
    await sleep(50);
    socket.destroy();
    expect((await send(url, { body: COMMAND })).status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  it('a body without a length that grows over the limit is refused', async () => {
    const { url, server, seen } = await open();
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST ${REQUEST_PATH} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
    socket.write(`${(LIMIT + 1).toString(16)}\r\n${'x'.repeat(LIMIT + 1)}\r\n`);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 413 .*connection: close/is);
    expect((await send(url, { body: COMMAND })).status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  it('a port that is taken is said so', async () => {
    const { server } = await open();
    const { port } = server.address() as AddressInfo;
    const second = createHttpReceiver({ signingSecret: new Secret(SECRET), log: quiet });
    await expect(second.start({ port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
