import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { createLog } from '../../../src/log.ts';
import { openLiveRecord } from '../../../src/record/open-live-record.ts';
import { createDigests } from '../../../src/slack/digest/digests.ts';
import { enterDossiers } from '../../../src/store/enter-dossiers.ts';
import { ferryRecord } from '../support/ferry-record.ts';
import { openDelivery } from '../support/open-delivery.ts';

it('an edition comes at its hour though Slack asks another channel to wait', { timeout: 30_000 }, async () => {
  const opened = await openDelivery({ timings: { deliveryLease: 60_000 } });
  const { store, slack, channel: busy } = opened;
  const record = await openLiveRecord(store.ledger, ferryRecord);
  await enterDossiers(store.ledger, ferryRecord);
  const free = slack.channels.find(({ id, members }) => id !== busy && members.has(slack.app.botUserId))?.id as string;
  const start = Date.now();
  const now = () => Temporal.Instant.from('2025-11-03T08:59:58Z').add({ milliseconds: Date.now() - start });
  const daily: Omit<Subscription, 'channel' | 'time'> = {
    topics: [],
    weekdays: [1, 2, 3, 4, 5],
    zone: 'UTC',
    quietDay: 'say',
    state: { kind: 'active' },
    setUpBy: 'U1',
    setUpAt: '2025-11-03T01:00:00Z',
  };
  await store.subscriptions.put({ ...daily, channel: busy, time: '08:59' });
  await store.subscriptions.put({ ...daily, channel: free, time: '09:00' });
  slack.faults.add('rate-limited', { method: 'chat.postMessage', channel: busy, retryAfter: 7 });
  const digests = createDigests({ ...opened, record, log: createLog('silent'), now, leaseMs: 60_000, tickMs: 200 });
  onTestFinished(digests.stop);
  digests.start();
  const posted = (channel: string) =>
    slack.until(() => slack.messages({ channel }).find(({ bot_id }) => bot_id), { within: 15_000 });
  await posted(free);
  expect(now().epochMilliseconds - Date.parse('2025-11-03T09:00:00Z')).toBeLessThan(4000);
  expect(slack.messages({ channel: busy })).toEqual([]);
  await posted(busy);
  await sleep(300);
  expect(slack.messages({ channel: busy }).filter(({ thread_ts, ts }) => (thread_ts ?? ts) === ts)).toHaveLength(1);
});
