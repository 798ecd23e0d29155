import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type App, AuthorizationError, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Secret } from '../secret.ts';
import { type Fields, isForm, readBytes, readFields, readForm } from './read-body.ts';
import { createVerifier } from './verify-signature.ts';

/** Where Slack sends everything: events, commands and interactions. */
export const REQUEST_PATH = '/slack/events';

/** Where a receiver listens; port 0 for any free one. */
interface Listening {
  readonly port: number;
  readonly host: string;
}

/** What one is made with. The rest is for tests. */
interface HttpOptions {
  readonly signingSecret: Secret;
  readonly log: Log;
  /** The longest body in bytes. */
  readonly bodyLimit?: number;
  /** How long listeners have to acknowledge. Slack does not wait longer. */
  readonly patienceMs?: number;
}

/** A receiver over HTTP, which gives its server when it listens. */
export interface HttpReceiver extends Receiver {
  /** Rejects when the port is taken. */
  start(listening: Listening): Promise<Server>;
  /** Resolves when every connection is closed; takes no new one from the call on. */
  stop(): Promise<void>;
}

const BODY_LIMIT = 4 * 1024 * 1024;
const PATIENCE_MS = 3001;

/**
 * Receives what Slack sends over HTTP, for Bolt's listeners. It answers as Bolt's own receiver does, at about half of
 * its cost, and refuses what that lets through: signatures from the future. Forms may name a charset.
 */
export function createHttpReceiver(options: HttpOptions): HttpReceiver {
  const { signingSecret, log, bodyLimit = BODY_LIMIT, patienceMs = PATIENCE_MS } = options;
  const doubt = createVerifier(signingSecret);
  let app: Pick<App, 'processEvent'> | undefined;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0];
    if (path !== REQUEST_PATH || request.method !== 'POST') return refuse(response, 404);
    const read = await readBytes(request, bodyLimit);
    if (read.kind === 'cut-off') return;
    if (read.kind === 'too-large') return refuse(response, 413, 'a request was too large');
    const { headers } = request;
    const form = isForm(headers['content-type']) ? readForm(read.bytes) : undefined;
    // Slack does not sign this question, so nothing else that comes with it is looked at.
    if (form?.ssl_check === '1') return void response.end();
    const why = doubt(
      {
        timestamp: single(headers['x-slack-request-timestamp']),
        signature: single(headers['x-slack-signature']),
        body: read.bytes,
      },
      Date.now(),
    );
    if (why !== undefined) return refuse(response, 401, `a request was not taken for Slack's: ${why}`);
    const body = readFields(read.bytes, form);
    if (body === undefined) return refuse(response, 400, 'the body of a request is neither a form nor JSON');
    if (body.type === 'url_verification') return answer(response, { challenge: body.challenge });
    await process(request, response, body);
  }

  async function process({ headers }: IncomingMessage, response: ServerResponse, body: Fields): Promise<void> {
    let isAcknowledged = false;
    const giveUp = setTimeout(() => {
      if (!isAcknowledged) refuse(response, 404, 'no listener acknowledged a request in time');
    }, patienceMs);
    const acknowledge = async (reply?: unknown) => {
      if (isAcknowledged) throw new ReceiverMultipleAckError();
      isAcknowledged = true;
      clearTimeout(giveUp);
      answer(response, reply);
    };
    const [retryNum, retryReason] = [single(headers['x-slack-retry-num']), single(headers['x-slack-retry-reason'])];
    try {
      await app?.processEvent({
        body,
        ack: acknowledge,
        ...(retryNum === undefined ? {} : { retryNum: Number(retryNum) }),
        ...(retryReason === undefined ? {} : { retryReason }),
      });
    } catch (err) {
      log.error({ err }, 'a request could not be processed');
      clearTimeout(giveUp);
      if (!isAcknowledged) refuse(response, err instanceof AuthorizationError ? 401 : 500);
    }
  }

  function refuse(response: ServerResponse, status: number, why?: string): void {
    if (why !== undefined) log.warn({ status }, why);
    if (response.headersSent) return;
    // What is left of a body that nobody reads would be taken for the next request.
    const rest = response.req.complete ? {} : { connection: 'close' };
    response.writeHead(status, { 'content-length': 0, ...rest }).end();
  }

  const server = createServer((request, response) => {
    receive(request, response).catch((err) => {
      log.error({ err }, 'a request could not be received');
      refuse(response, 500);
    });
  });

  return {
    init(given) {
      app = given;
    },
    async start({ port, host }) {
      server.listen(port, host);
      await once(server, 'listening');
      return server;
    },
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

/** Answers with status 200: words as they are, anything else as JSON, nothing with no body. */
function answer(response: ServerResponse, reply: unknown): void {
  if (response.headersSent) return;
  if (!reply) return void response.writeHead(200, { 'content-length': 0 }).end();
  const type = typeof reply === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  const bytes = bytesOf(reply as string | object);
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.byteLength }).end(bytes);
}

const frozen = new WeakMap<object, Buffer>();

/** What goes out for a reply. Of one that is frozen it is kept: writing it anew is a third of the cost of an answer. */
function bytesOf(reply: string | object): Buffer {
  if (typeof reply === 'string') return Buffer.from(reply);
  const before = frozen.get(reply);
  if (before) return before;
  const bytes = Buffer.from(JSON.stringify(reply));
  if (Object.isFrozen(reply)) frozen.set(reply, bytes);
  return bytes;
}

/** A header that may come once only; nothing where it came several times. */
function single(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
