import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Answer } from '../ask/answer.ts';
import type { Asker } from '../ask/asker.ts';
import type { Checker } from '../check/checker.ts';
import { boltLogger, type Log } from '../log.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import type { LiveRecord } from '../record/live-record.ts';
import type { Connection, DeskSetting } from '../settings.ts';
import type { Store } from '../store/store.ts';
import { createBoltApps } from './bolt-apps.ts';
import { createCorrections } from './corrections/corrections.ts';
import { createDelivery } from './delivery/create-delivery.ts';
import type { Dependencies } from './dependencies.ts';
import { createEditors } from './desk/editors.ts';
import type { EditorsDesk } from './desk/editors-desk.ts';
import { createEnterActs } from './desk/enter-acts.ts';
import { createNameOf } from './desk/person-names.ts';
import { createDigests } from './digest/digests.ts';
import { createHome } from './home/home.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { acknowledgeAfter } from './intake/acknowledge-after.ts';
import { createIntake } from './intake/intake.ts';
import { registerActions } from './listeners/actions/index.ts';
import { registerCommands } from './listeners/commands/index.ts';
import { registerEvents } from './listeners/events/index.ts';
import { registerOptions } from './listeners/options/index.ts';
import { registerShortcuts } from './listeners/shortcuts/index.ts';
import { registerViews } from './listeners/views/index.ts';
import { slackFetch } from './slack-fetch.ts';
import { createSocketReceiver } from './socket-receiver.ts';
import { createThreadMemory } from './thread-memory.ts';
import { TIMINGS, type Timings } from './timings.ts';
import { createWork } from './work.ts';

/** How the app reaches Slack: everything but the local workspace, which is a Slack of its own. */
export type SlackConnection = Exclude<Connection, { mode: 'workspace' }>;

export interface AppSetup {
  readonly connection: SlackConnection;
  /** The TCP port in http mode; 0 for any free one. */
  readonly port: number;
  readonly slackApiUrl?: string;
  readonly record: LiveRecord;
  readonly asker: Asker;
  readonly checker: Pick<Checker, 'check'>;
  /** Where accepted work and everything that is sent are kept. Closed by whoever opened it. */
  readonly store: Store;
  /** Absent: nobody is an editor, and there is no channel for reviews. */
  readonly desk?: DeskSetting;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** The present as an ISO instant. */
  readonly now?: () => string;
  readonly timings?: Partial<Timings>;
}

/** A running Dateline. */
export interface DatelineApp {
  /** Listens, or connects. Gives the port in http mode. Rejects when the port is taken or the token is refused. */
  start(): Promise<{ readonly port?: number }>;
  /** Whether it has started and is not stopping. */
  isReady(): boolean;
  /** Takes nothing new, waits at most ten seconds for what is under way, then closes. */
  stop(): Promise<void>;
}

const LEFT_SEEN_MS = 10 * 60 * 1000;

/** The Slack app over a record, its listeners registered, not yet started. Makes no network call before it is started. */
export function createApp(setup: AppSetup): DatelineApp {
  const { connection, port, slackApiUrl, record, asker, checker, store, log } = setup;
  const { metrics = createMetrics() } = setup;
  const timings: Timings = { ...TIMINGS, ...setup.timings };
  const botToken = connection.botToken.reveal();
  const options = clientOptions(slackApiUrl, timings.call);
  const client = new WebClient(botToken, { logger: boltLogger(log), ...options });
  // Longer than the store's patience: a listener that waits for the store has given up by then.
  const receiver = acknowledgeAfter(createReceiver(setup), 1.5 * timings.acknowledge, metrics);
  const { commands, app } = createBoltApps(receiver, {
    // Looking the bot up would put a call to Slack in front of every acknowledgement.
    authorize: async () => ({ botToken }),
    tokenVerificationEnabled: false,
    // Listeners know bots, ours among them, from the event itself.
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
    logger: boltLogger(log),
    clientOptions: options,
  });
  const work = createWork(log);
  const intake = createIntake({ inbox: store.inbox, work, metrics, log, timings });
  const delivery = createDelivery({
    client,
    store,
    record,
    onShown: (claims) => corrections.shown(claims),
    metrics,
    log,
    timings,
  });
  const corrections = createCorrections({ store, record, delivery, metrics, log, timings });
  const now = setup.now ?? (() => Temporal.Now.instant().toString());
  const digests = createDigests({
    store,
    delivery,
    record,
    log,
    now: () => Temporal.Instant.from(now()),
    leaseMs: timings.deliveryLease,
    tickMs: timings.tick,
  });
  const { editors, ...deskSetting } = setup.desk ?? { fourEyes: false };
  const desk: EditorsDesk = {
    ...deskSetting,
    ...createEditors({ client, setting: editors, log }),
    nameOf: createNameOf(client, log),
    enter: createEnterActs({ record, store }),
  };
  const home = createHome({ client, record, store, delivery, desk, log });
  const dependencies: Dependencies = {
    client,
    record,
    asker: countAnswers(asker, metrics),
    checker,
    delivery,
    intake,
    digests,
    desk,
    home,
    store,
    threads: createThreadMemory(),
    work,
    now,
  };
  registerCommands(commands, dependencies);
  registerEvents(app, dependencies);
  registerActions(app, dependencies);
  registerOptions(app, dependencies);
  registerShortcuts(app, dependencies);
  registerViews(app, dependencies);

  let server: Server | undefined;
  let started = false;
  let stopped: Promise<void> | undefined;
  const forgetting = setInterval(() => {
    store.forget().catch((err) => log.warn({ err }, 'the store could not forget what is old'));
  }, LEFT_SEEN_MS).unref();

  function countIndexed() {
    metrics.indexed.set(record.dossiers.reduce((sum, { claims }) => sum + claims.size, 0));
  }

  async function start() {
    countIndexed();
    record.onChange(countIndexed);
    intake.start();
    if (connection.mode === 'socket') await receiver.start();
    else server = (await receiver.start({ port, host: connection.host })) as Server;
    digests.start();
    corrections.start();
    started = true;
    return server ? { port: (server.address() as AddressInfo).port } : {};
  }

  async function close() {
    intake.stop();
    home.stop();
    clearInterval(forgetting);
    const published = Promise.all([digests.stop(), corrections.stop()]);
    const finished = receiver
      .stop()
      .then(() => published)
      .then(() => work.settled(timings.stop))
      .then((allDone) => delivery.settled().then(() => allDone));
    const allDone = await Promise.race([finished, sleep(timings.stop, false, { ref: false })]);
    const unstored = intake.unstored();
    if (unstored > 0)
      log.error({ unstored }, 'stopping with accepted work that the store has not taken: it may be lost');
    else if (!allDone) log.warn('stopping with work under way; it is in the store');
    server?.closeAllConnections();
  }

  return { start, isReady: () => started && !stopped, stop: () => (stopped ??= close()) };
}

/** An asker that counts what it answers. */
function countAnswers(asker: Asker, { answers, declines }: Metrics): Asker {
  const counted = (answer: Answer) => {
    (answer.declined ? declines : answers).inc();
    return answer;
  };
  return { ask: (question) => counted(asker.ask(question)), brief: (within, now) => counted(asker.brief(within, now)) };
}

function createReceiver({ connection, slackApiUrl, log }: AppSetup): Receiver {
  if (connection.mode === 'http') return createHttpReceiver({ signingSecret: connection.signingSecret, log });
  return createSocketReceiver({ appToken: connection.appToken, log, ...(slackApiUrl ? { slackApiUrl } : {}) });
}

/** A call that Slack does not answer is not sent again: a reset connection may have posted all the same. */
function clientOptions(slackApiUrl: string | undefined, timeout: number): WebClientOptions {
  return {
    fetch: slackFetch,
    timeout,
    // Nothing waits in a queue of the client's: channels have lanes of their own, and what is sent by a deadline knows it.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  };
}
