import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, type Receiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Asker } from '../ask/asker.ts';
import type { Checker } from '../check/checker.ts';
import { boltLogger, type Log } from '../log.ts';
import type { Dossier } from '../record/dossier.ts';
import type { Connection } from '../settings.ts';
import { createDelivery } from './delivery.ts';
import type { Dependencies } from './dependencies.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { registerActions } from './listeners/actions/index.ts';
import { registerCommands } from './listeners/commands/index.ts';
import { registerEvents } from './listeners/events/index.ts';
import { registerShortcuts } from './listeners/shortcuts/index.ts';
import { registerViews } from './listeners/views/index.ts';
import { createSeenEvents, type SeenEvents } from './seen-events.ts';
import { createSocketReceiver } from './socket-receiver.ts';
import { createThreadMemory } from './thread-memory.ts';
import { createWork } from './work.ts';

/** How the app reaches Slack: everything but the local workspace, which is a Slack of its own. */
export type SlackConnection = Exclude<Connection, { mode: 'workspace' }>;

export interface AppSetup {
  readonly connection: SlackConnection;
  /** The TCP port in http mode; 0 for any free one. */
  readonly port: number;
  readonly slackApiUrl?: string;
  readonly record: readonly Dossier[];
  readonly asker: Asker;
  readonly checker: Checker;
  readonly log: Log;
  /** The present as an ISO instant. */
  readonly now?: () => string;
  readonly seen?: SeenEvents;
}

/** A running Dateline. */
export interface DatelineApp {
  /** Listens, or connects. Gives the port in http mode. Rejects when the port is taken or the token is refused. */
  start(): Promise<{ readonly port?: number }>;
  /** Takes nothing new, waits at most ten seconds for what is under way, then closes. */
  stop(): Promise<void>;
}

const LONGEST_STOP_MS = 10_000;
const WEB_API_TIMEOUT_MS = 10_000;

/** The Slack app over a record, its listeners registered, not yet started. Makes no network call before it is started. */
export function createApp(setup: AppSetup): DatelineApp {
  const { connection, port, slackApiUrl, record, asker, checker, log } = setup;
  const botToken = connection.botToken.reveal();
  const client = new WebClient(botToken, { logger: boltLogger(log), ...clientOptions(slackApiUrl) });
  const receiver = createReceiver(setup);
  const app = new App({
    receiver,
    // Looking the bot up would put a call to Slack in front of every acknowledgement.
    authorize: async () => ({ botToken }),
    tokenVerificationEnabled: false,
    // Listeners know bots, ours among them, from the event itself.
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
    logger: boltLogger(log),
    clientOptions: clientOptions(slackApiUrl),
  });
  const work = createWork(log);
  const dependencies: Dependencies = {
    client,
    record,
    asker,
    checker,
    delivery: createDelivery(client),
    seen: setup.seen ?? createSeenEvents(),
    threads: createThreadMemory(),
    work,
    now: setup.now ?? (() => Temporal.Now.instant().toString()),
  };
  registerCommands(app, dependencies);
  registerEvents(app, dependencies);
  registerActions(app, dependencies);
  registerShortcuts(app, dependencies);
  registerViews(app, dependencies);

  let server: Server | undefined;
  let stopped: Promise<void> | undefined;

  async function start() {
    if (connection.mode === 'socket') {
      await receiver.start();
      return {};
    }
    server = (await receiver.start({ port, host: connection.host })) as Server;
    return { port: (server.address() as AddressInfo).port };
  }

  async function close() {
    const finished = receiver.stop().then(() => work.settled(LONGEST_STOP_MS));
    await Promise.race([finished, sleep(LONGEST_STOP_MS, undefined, { ref: false })]);
    server?.closeAllConnections();
  }

  return { start, stop: () => (stopped ??= close()) };
}

function createReceiver({ connection, slackApiUrl, log }: AppSetup): Receiver {
  if (connection.mode === 'http') return createHttpReceiver({ signingSecret: connection.signingSecret, log });
  return createSocketReceiver({ appToken: connection.appToken, log, ...(slackApiUrl ? { slackApiUrl } : {}) });
}

/** A call that Slack does not answer is not sent again: a reset connection may have posted all the same. */
function clientOptions(slackApiUrl: string | undefined): WebClientOptions {
  return {
    timeout: WEB_API_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  };
}
