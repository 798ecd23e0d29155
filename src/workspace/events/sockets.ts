import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AppRequest, Outcome, Retry } from './app-request.ts';

const envelopes = {
  event: 'events_api',
  command: 'slash_commands',
  interaction: 'interactive',
  suggestion: 'interactive',
} as const satisfies Record<AppRequest['kind'], string>;

/** The Socket Mode connections of the app. */
export interface Sockets {
  /** The path and query of a new connection; good for one. */
  readonly ticket: () => string;
  /** Whether the app has ever asked for a connection: from then on nothing goes over HTTP. */
  readonly inUse: () => boolean;
  readonly count: () => number;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Sends on one of the connections, taking turns. */
  readonly send: (request: AppRequest, within: number, retry?: Retry) => Promise<Outcome>;
  /** Asks every connection to make way, as Slack does every few hours. */
  readonly recycle: (reason?: 'refresh_requested' | 'warning' | 'link_disabled') => void;
  /** Cuts every connection without a word. */
  readonly cut: () => void;
  readonly close: () => void;
}

/** No connections yet. `changed` is told when one comes or goes. */
export const createSockets = (appId: string, changed: () => void): Sockets => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  // Asked to make way: used only where there is no other.
  const leaving = new WeakSet<WebSocket>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let used = false;
  let turn = 0;

  const welcome = (socket: WebSocket) => {
    open.push(socket);
    changed();
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { envelope_id?: string; payload?: unknown };
      waiting.get(message.envelope_id ?? '')?.({ ok: true, body: message.payload ?? {} });
    });
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1);
      changed();
    });
    const debug_info = { host: 'local-workspace', build_number: 1, approximate_connection_time: 18_060 };
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: open.length, debug_info, connection_info: { app_id: appId } }),
    );
  };

  return {
    ticket: () => {
      used = true;
      const ticket = randomUUID();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    inUse: () => used,
    count: () => open.length,
    upgrade: (request, socket, head) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (pathname !== '/link/' || !tickets.delete(searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    send: (request, within, retry) => {
      const staying = open.filter((one) => !leaving.has(one));
      const eligible = staying.length > 0 ? staying : open;
      const socket = eligible[turn++ % Math.max(eligible.length, 1)];
      if (!socket) return Promise.resolve({ ok: false, reason: 'connection_failed' });
      const envelope_id = randomUUID();
      return new Promise((resolve) => {
        const settle = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(envelope_id);
          resolve(outcome);
        };
        const timer = setTimeout(() => settle({ ok: false, reason: 'http_timeout' }), within);
        waiting.set(envelope_id, settle);
        socket.send(
          JSON.stringify({
            envelope_id,
            type: envelopes[request.kind],
            payload: request.payload,
            accepts_response_payload: request.kind !== 'event',
            ...(request.kind === 'event' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
          }),
        );
      });
    },
    recycle: (reason = 'refresh_requested') => {
      for (const socket of open) {
        leaving.add(socket);
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local-workspace' } }));
      }
    },
    cut: () => {
      for (const socket of open) socket.terminate();
    },
    close: () => {
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
};
