import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { createLog } from '../../../src/log.ts';
import { openLiveRecord } from '../../../src/record/open-live-record.ts';
import { createRecordHistory } from '../../../src/record/record-history.ts';
import type { Delivery, Parcel, ParcelOutcome } from '../../../src/slack/delivery.ts';
import { dropEdition } from '../../../src/slack/digest/drop-edition.ts';
import { askedKey, dueKey, seriesOf } from '../../../src/slack/digest/edition-job.ts';
import { type PublishTools, publishEdition } from '../../../src/slack/digest/publish-edition.ts';
import { runRound } from '../../../src/slack/digest/run-round.ts';
import { enterDossiers } from '../../../src/store/enter-dossiers.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { smallClaim, smallDossier } from '../../record/small-dossier.ts';
import { sqliteSite } from '../../store/sites.ts';

const CHANNEL = 'C1';
const daily: Subscription = {
  channel: CHANNEL,
  topics: [],
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  zone: 'Asia/Seoul',
  quietDay: 'say',
  state: { kind: 'active' },
  setUpBy: 'U1',
  setUpAt: '2025-11-01T00:00:00Z',
};

/** An edition of Monday 3 November, as an instance that died had begun it. */
const begun = {
  channel: CHANNEL,
  until: 1,
  today: '2025-11-03',
  topics: [],
  quietDay: 'say',
  dueAt: '2025-11-03T00:00:00Z',
  decidedAt: '2025-11-03T00:00:01Z',
} as const;

/** A store with a digest, a channel that keeps what it is sent once by key, and a clock to be set. */
async function desk(changes: Partial<Subscription> = {}, given?: Store) {
  const store = given ?? (await openStore({ kind: 'sqlite', file: ':memory:' }, () => {}));
  onTestFinished(store.close);
  const claims = [smallClaim('a')];
  await enterDossiers(store.ledger, [smallDossier(claims)]);
  const record = await openLiveRecord(store.ledger, [smallDossier(claims)]);
  await store.subscriptions.put({ ...daily, ...changes });
  const sent = new Map<string, Parcel>();
  const answer = vi.fn<(parcel: Parcel) => ParcelOutcome>(({ to }) => ({
    kind: 'posted',
    channel: to.channel,
    ts: '1.1',
  }));
  const delivery: Pick<Delivery, 'deliver' | 'withdraw'> = {
    async withdraw({ key, to }, why) {
      return sent.has(key)
        ? { kind: 'posted', channel: to.channel, ts: '1.1' }
        : { kind: 'refused', why, noAccess: false };
    },
    async deliver(parcel) {
      const outcome = answer(parcel);
      if (outcome.kind === 'posted') sent.set(parcel.key, parcel);
      return outcome;
    },
  };
  const closed: string[] = [];
  const tools: PublishTools = {
    deliveries: store.deliveries,
    delivery,
    history: createRecordHistory(record),
    onClosed: async (_, why) => void closed.push(why),
    leaseMs: 60_000,
    log: createLog('silent'),
  };
  const settled = new Set<string>();
  return {
    store,
    sent,
    answer,
    closed,
    tools,
    texts: () => [...sent.values()].map(({ message }) => (typeof message === 'function' ? '' : message.text)),
    /** What an instance does at an instant; a new one remembers nothing. */
    at: (instant: string, instance: { readonly isNew?: true; readonly report?: (fault: unknown) => void } = {}) =>
      runRound({
        store,
        now: () => Temporal.Instant.from(instant),
        publish: (request) => publishEdition(request, tools),
        drop: (edition) => dropEdition(edition, tools),
        settled: instance.isNew ? new Set<string>() : settled,
        report:
          instance.report ??
          ((fault) => {
            throw fault;
          }),
        isStopping: () => false,
      }),
    /** Another version of the data folder. */
    enter: async (claim: string) => {
      claims.push(smallClaim(claim, { statement: `News: ${claim}.` }));
      const acts = await enterDossiers(store.ledger, [smallDossier(claims)]);
      await record.reached(record.place + acts.length);
    },
  };
}

describe('digests, round by round', () => {
  it('are sent once at their hour, and show next time what entered the record since', async () => {
    const { at, sent, texts, enter } = await desk();
    await at('2025-11-03T00:00:00Z');
    await at('2025-11-03T00:00:30Z');
    await at('2025-11-03T12:00:00Z', { isNew: true });
    expect(texts()).toMatchObject([expect.stringContaining('The record as it stands: 1 claim')]);
    await enter('b');
    await at('2025-11-03T23:59:59Z');
    expect(sent.size).toBe(1);
    await at('2025-11-04T00:00:00Z');
    expect(texts()[1]).toContain('Since the last edition: 1 new claim.');
  });

  it('after days without a running instance are sent once, marked as late', async () => {
    const { at, texts, sent } = await desk();
    await at('2025-11-06T03:30:00Z');
    expect(sent.size).toBe(1);
    expect(texts()[0]).toContain('This edition is 3 hours 30 minutes late.');
  });

  it('send nothing on a day without news where the channel wants none, and ask no one again', async () => {
    const { at, sent, store, answer } = await desk({ quietDay: 'silent' });
    await at('2025-11-03T00:00:00Z');
    await at('2025-11-04T00:00:00Z');
    await at('2025-11-04T00:00:30Z', { isNew: true });
    expect(sent.size).toBe(1);
    expect(answer).toHaveBeenCalledTimes(1);
    expect(await store.deliveries.latest(seriesOf(CHANNEL))).toMatchObject({ outcome: { why: 'nothing new' } });
  });

  it('that Slack holds up are sent as soon as it can, with what was decided at first', async () => {
    const { at, answer, texts, enter } = await desk();
    answer.mockReturnValueOnce({ kind: 'pending', inMs: 700, why: 'rate limited' });
    expect(await at('2025-11-03T00:00:00Z')).toBe(700);
    await enter('b');
    expect(await at('2025-11-03T00:20:00Z')).toBe(Number.POSITIVE_INFINITY);
    expect(texts()).toMatchObject([expect.stringContaining('1 claim from')]);
    expect(texts()[0]).toContain('This edition is 20 minutes late.');
  });

  it('that Slack refuses for good tell who keeps the channels, and do not count as read', async () => {
    const { at, answer, closed, texts } = await desk();
    answer.mockReturnValueOnce({ kind: 'refused', why: 'not_in_channel', noAccess: true });
    await at('2025-11-03T00:00:00Z');
    expect(closed).toEqual(['not_in_channel']);
    await at('2025-11-04T00:00:00Z');
    expect(texts()).toMatchObject([expect.stringContaining('The record as it stands')]);
  });

  it('show what entered since the newest that was posted, whichever settled last', async () => {
    const { at, store, texts, enter } = await desk();
    const detail = { ...begun, until: 0, dueAt: '2025-11-02T23:59:30Z' };
    await store.deliveries.claim({ key: askedKey(CHANNEL, 'x'), series: seriesOf(CHANNEL), detail, leaseMs: 20 });
    await at('2025-11-03T00:00:00Z');
    await sleep(30);
    // By now nobody waits for what was asked for any more.
    await at('2025-11-03T00:16:00Z');
    expect(await store.deliveries.latest(seriesOf(CHANNEL))).toMatchObject({ outcome: { why: 'too late' } });
    await enter('b');
    await at('2025-11-04T00:00:00Z');
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toContain('Since the last edition: 1 new claim.');
  });

  it('are sent though the digest of another channel cannot be read, whose editions are left alone', async () => {
    const site = await sqliteSite();
    onTestFinished(site.remove);
    const { at, store, sent } = await desk({}, await site.open());
    await store.subscriptions.put({ ...daily, channel: 'C2' });
    await site.execute(
      `update subscriptions set body = replace(body, '"topics"', '"newer":1,"topics"') where channel = 'C2'`,
    );
    const key = dueKey('C2', '2025-11-03');
    await store.deliveries.claim({ key, series: seriesOf('C2'), detail: { ...begun, channel: 'C2' }, leaseMs: -1 });
    const told: unknown[] = [];
    for (const instant of ['2025-11-03T00:00:00Z', '2025-11-03T00:00:30Z'])
      await at(instant, { report: (fault) => told.push(fault) });
    expect(sent.size).toBe(1);
    expect(told).toMatchObject([{ code: 'store-damaged' }, { code: 'store-damaged' }]);
    expect(site.faults).toMatchObject([{ message: expect.stringContaining('a subscription of C2') }]);
    expect((await store.deliveries.unsettled()).map((left) => left.key)).toEqual([key]);
  });

  it('left behind by a crash are finished with what was decided then', async () => {
    const { at, store, texts } = await desk();
    const key = dueKey(CHANNEL, '2025-11-03');
    await store.deliveries.claim({ key, series: seriesOf(CHANNEL), detail: begun, leaseMs: -1 });
    await at('2025-11-03T00:01:00Z');
    expect(texts()).toEqual(['The ferry: nothing is on record yet.']);
  });

  it('left behind by a crash are dropped once a later one is due, paused or ended', async () => {
    const { at, store, sent } = await desk();
    const key = dueKey(CHANNEL, '2025-11-03');
    await store.deliveries.claim({ key, series: seriesOf(CHANNEL), detail: begun, leaseMs: -1 });
    // Another instance's clock may be ahead of this one's.
    await at('2025-11-02T23:59:00Z');
    expect(await store.deliveries.unsettled()).toHaveLength(1);
    await at('2025-11-04T00:00:00Z');
    expect(await store.deliveries.unsettled()).toEqual([]);
    expect([...sent.keys()].join()).not.toContain('2025-11-03');
    expect(sent.size).toBe(1);
  });
});
