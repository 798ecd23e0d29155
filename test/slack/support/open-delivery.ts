import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { boltLogger, createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { createDelivery, type DeliverySetup } from '../../../src/slack/delivery/create-delivery.ts';
import { slackFetch } from '../../../src/slack/slack-fetch.ts';
import { TIMINGS, type Timings } from '../../../src/slack/timings.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Workspace } from '../../../src/workspace/start-workspace.ts';
import { BOT_TOKEN, openSlack, QUICK } from './open-newsroom.ts';

/** A delivery over a local Slack and a store; several may share both, as instances do. */
export async function openDelivery(
  given: {
    readonly slack?: Workspace;
    readonly store?: Store;
    readonly record?: DeliverySetup['record'];
    readonly timings?: Partial<Timings>;
  } = {},
) {
  const slack = given.slack ?? (await openSlack());
  const store = given.store ?? (await openMemory());
  const log = createLog('silent');
  const metrics = createMetrics();
  const timings = { ...TIMINGS, ...QUICK, deliveryLease: 1000, ...given.timings };
  const client = new WebClient(BOT_TOKEN, {
    slackApiUrl: slack.apiUrl,
    fetch: slackFetch,
    timeout: timings.call,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
  });
  const delivery = createDelivery({
    client,
    store,
    record: given.record ?? { dossiers: [], versionOf: () => 3 },
    metrics,
    log,
    timings,
  });
  const channel = slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '';
  const user = slack.users.find(({ name }) => name === 'nadia')?.id ?? '';
  return { slack, store, metrics, delivery, channel, user };
}

async function openMemory(): Promise<Store> {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  onTestFinished(store.close);
  return store;
}
