import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiFault, apiFaults } from '../../src/workspace/faults.ts';

/** A message that the app posted. */
interface Reply {
  readonly ts: string;
  readonly metadata: unknown;
}

/** A Slack that remembers only what it must: for hours of requests, some of which it fails. */
export interface SoakSlack {
  readonly url: string;
  /** Calls that it got, and calls that it failed. */
  readonly counts: { calls: number; faults: number };
  /** How many replies a thread has. */
  repliesIn(channel: string, thread: string): number;
  /** Lets go of a thread that nothing is expected of any more. */
  forget(channel: string, thread: string): void;
  /** Fails no call from now on. */
  relent(): void;
  close(): void;
}

/** What can happen to a call and does not mean that the channel is closed, and how often of all faults. */
const FAULTS: readonly (readonly [ApiFault, number])[] = [
  ['reset-before-accepting', 4],
  ['reset-after-accepting', 4],
  ['server-error', 4],
  ['server-error-after-accepting', 4],
  ['rate-limited', 4],
  ['internal-error', 4],
  ['internal-error-partial', 4],
  ['fatal-error', 1],
  ['hanging-after-accepting', 1],
];
const LOTS = FAULTS.flatMap(([fault, share]) => Array.from({ length: share }, () => fault));

/** Starts one that fails this share of all calls. */
export async function startSoakSlack(faultShare: number): Promise<SoakSlack> {
  const threads = new Map<string, Reply[]>();
  const counts = { calls: 0, faults: 0 };
  let share = faultShare;
  let posted = 0;

  function perform(method: string, fields: URLSearchParams): object {
    const channel = fields.get('channel') ?? '';
    const thread = `${channel} ${fields.get('thread_ts') ?? fields.get('ts') ?? ''}`;
    switch (method) {
      case 'chat.postMessage': {
        posted += 1;
        const ts = `${Math.floor(Date.now() / 1000)}.${String(posted % 1_000_000).padStart(6, '0')}`;
        const reply = { ts, metadata: JSON.parse(fields.get('metadata') ?? 'null') };
        threads.set(thread, [...(threads.get(thread) ?? []), reply]);
        return { ok: true, channel, ts };
      }
      case 'conversations.replies':
        return { ok: true, messages: threads.get(thread) ?? [] };
      default:
        return { ok: true };
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.split('/').at(-1) ?? '';
    const fields = new URLSearchParams(await textOf(request));
    counts.calls += 1;
    const fault =
      Math.random() < share ? apiFaults[LOTS[Math.floor(Math.random() * LOTS.length)] as ApiFault] : undefined;
    const performed = fault?.performs === false ? undefined : perform(method, fields);
    if (!fault) return send(response, 200, performed);
    counts.faults += 1;
    switch (fault.answer.kind) {
      case 'reset':
        return void request.socket.destroy();
      case 'hang':
        return;
      case 'status':
        return send(response, fault.answer.status, undefined, { 'retry-after': '1' });
      case 'error':
        return send(response, 200, { ok: false, error: fault.answer.error });
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    counts,
    repliesIn: (channel, thread) => threads.get(`${channel} ${thread}`)?.length ?? 0,
    forget: (channel, thread) => void threads.delete(`${channel} ${thread}`),
    relent: () => {
      share = 0;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body ?? {}));
}
