import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActContext } from './acts/context.ts';
import type { ApiContext, CallRecord } from './api/call-method.ts';
import { createRates } from './api/rates.ts';
import { type Client, createClient } from './client.ts';
import { announcements, permitted } from './events/announce.ts';
import { createDeliver } from './events/deliver.ts';
import { createSockets } from './events/sockets.ts';
import { createFaults } from './faults.ts';
import { serveApi } from './http/api-routes.ts';
import { bundlePage } from './http/bundle-page.ts';
import { namesLoopback } from './http/guards.ts';
import { type PageContext, servePage } from './http/page-routes.ts';
import { refuseRealTokens, type WorkspaceOptions } from './options.ts';
import { createState } from './state/state.ts';

/** A local Slack that is running. */
export interface Workspace extends Client {
  /** The page: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** What a Web API client takes as its base, with a slash at the end. */
  readonly apiUrl: string;
  /** Says where signed requests go from now on. */
  readonly sendTo: (appUrl: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts a small Slack on 127.0.0.1: Web API, signed requests or Socket Mode, and a page.
 * Rejects when the port is taken or a token could be a real one.
 */
export const startWorkspace = async (options: WorkspaceOptions): Promise<Workspace> => {
  refuseRealTokens(options);
  // Not waited for here: whoever opens the page waits for what is left of it.
  const bundling = options.page === false ? undefined : bundlePage();
  bundling?.catch(() => undefined);
  const state = createState(options);
  const faults = createFaults();
  const calls: CallRecord[] = [];
  const sockets = createSockets(state.app.appId, () => state.room.announce({ kind: 'connection' }));
  const deliver = createDeliver(options, state.clock, faults, sockets);
  let url = '';

  const api: ApiContext = {
    state,
    options: { ...options, appToken: options.appToken ?? 'xapp-local-workspace' },
    faults,
    calls,
    rates: options.rates === undefined ? undefined : createRates(options.rates),
    socketUrl: () => url.replace('http', 'ws') + sockets.ticket(),
  };
  // What needs a scope that the app has not got does not exist for Slack.
  const granted = {
    ...options,
    events: permitted(options.events, options.scopes),
    commands: options.scopes.includes('commands') ? options.commands : [],
    shortcuts: options.scopes.includes('commands') ? options.shortcuts : [],
  };
  const acts: ActContext = { state, deliver, options: granted, url: () => url };
  const subscribed = new Set(granted.events);
  const stopTelling = state.room.watch((change) => {
    for (const request of announcements(state, change, subscribed)) void deliver.withRetries(request);
  });

  const page: PageContext | undefined = bundling && { acts, options: granted, bundle: bundling };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    if (!namesLoopback(request)) {
      response.writeHead(403).end('This workspace answers on 127.0.0.1 alone.');
      return;
    }
    const address = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (await serveApi(api, request, response, address.pathname)) return;
    if (page && (await servePage(page, request, response, address))) return;
    response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A name that does not exist, a body that is no JSON, a page that does not compile: whoever asked is told.
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (namesLoopback(request)) sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...createClient(acts, { calls, deliveries: deliver.log, faults, sockets }),
    url,
    apiUrl: `${url}/api/`,
    sendTo: deliver.sendTo,
    close: async () => {
      stopTelling();
      deliver.stop();
      sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
