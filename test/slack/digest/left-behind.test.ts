import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { createLog } from '../../../src/log.ts';
import { openLiveRecord } from '../../../src/record/open-live-record.ts';
import { createRecordHistory } from '../../../src/record/record-history.ts';
import { dropEdition } from '../../../src/slack/digest/drop-edition.ts';
import { askedKey, dueKey, type EditionDetail, partKey, seriesOf } from '../../../src/slack/digest/edition-job.ts';
import { type PublishTools, publishEdition } from '../../../src/slack/digest/publish-edition.ts';
import { runRound } from '../../../src/slack/digest/run-round.ts';
import { enterDossiers } from '../../../src/store/enter-dossiers.ts';
import type { Store } from '../../../src/store/store.ts';
import { smallClaim, smallDossier } from '../../record/small-dossier.ts';
import { openDelivery } from '../support/open-delivery.ts';

const LEASE_MS = 400;
const timings = { deliveryLease: LEASE_MS, call: 150 };
const daily: Omit<Subscription, 'channel'> = {
  topics: [],
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  zone: 'Asia/Seoul',
  quietDay: 'say',
  state: { kind: 'active' },
  setUpBy: 'U1',
  setUpAt: '2025-11-01T00:00:00Z',
};
const MONDAY = '2025-11-03T00:00:00Z';
const TUESDAY = '2025-11-04T00:00:00Z';

const NO_NEWS = { kind: 'quiet', title: '', sections: [], notes: [] };

/** One instance after another, over a local Slack: what one left behind the next takes up. */
async function openDesk() {
  const opened = await openDelivery({ timings });
  const { store, slack, channel, delivery } = opened;
  const claims = [smallClaim('a')];
  await enterDossiers(store.ledger, [smallDossier(claims)]);
  const record = await openLiveRecord(store.ledger, [smallDossier(claims)]);
  const set = (changes: Partial<Subscription> = {}) => store.subscriptions.put({ ...daily, channel, ...changes });
  await set();
  const key = dueKey(channel, '2025-11-03');
  const own = { store, delivery };
  /** What an instance does at an instant, over its own store and delivery. */
  const at = (instant: string, given: { readonly store: Store; readonly delivery: PublishTools['delivery'] } = own) => {
    const tools: PublishTools = {
      deliveries: given.store.deliveries,
      delivery: given.delivery,
      history: createRecordHistory(record),
      onClosed: async () => {},
      leaseMs: LEASE_MS,
      log: createLog('silent'),
    };
    return runRound({
      store: given.store,
      now: () => Temporal.Instant.from(instant),
      publish: (request) => publishEdition(request, tools),
      drop: (edition) => dropEdition(edition, tools),
      settled: new Set<string>(),
      report: (fault) => {
        throw fault;
      },
      isStopping: () => false,
    });
  };
  return {
    ...opened,
    key,
    set,
    at,
    posted: () => slack.messages({ channel }).map(({ text }) => text),
    /** The edition of Monday, begun and no more. */
    begin: (of = key, more: Partial<EditionDetail> = {}) =>
      store.deliveries.claim({
        key: of,
        series: seriesOf(channel),
        detail: {
          channel,
          until: record.place,
          today: '2025-11-03',
          topics: [],
          quietDay: 'say',
          dueAt: MONDAY,
          decidedAt: new Date().toISOString(),
          ...more,
        },
        leaseMs: 0,
      }),
    /** An instance that dies when Slack has taken its message, before that is in the store. */
    async dieAfterPosting(instant: string) {
      const closed = Object.assign(new Error('killed'), { code: 'store-closed' });
      const deliveries = { ...store.deliveries, settle: () => Promise.reject(closed), release: async () => {} };
      const dying = { ...store, deliveries };
      const { delivery: ownDelivery } = await openDelivery({ ...opened, store: dying, timings });
      await expect(at(instant, { store: dying, delivery: ownDelivery })).rejects.toThrow('killed');
      await sleep(LEASE_MS + 50);
    },
    outcome: async (of: string) => {
      const claim = await store.deliveries.claim({ key: of, detail: null, leaseMs: 0 });
      return claim.kind === 'settled' ? claim.outcome : claim.kind;
    },
    async enter(claim: string) {
      claims.push(smallClaim(claim, { statement: `News: ${claim}.` }));
      const acts = await enterDossiers(store.ledger, [smallDossier(claims)]);
      await record.reached(record.place + acts.length);
    },
    place: () => record.place,
  };
}

const paused = { state: { kind: 'paused', why: 'by-hand' } } as const;

describe('an edition that an instance left behind', () => {
  it('after posting it is recorded as posted though the digest was paused since, and the next begins after it', async () => {
    const desk = await openDesk();
    await desk.dieAfterPosting(MONDAY);
    expect(desk.posted()).toHaveLength(1);
    await desk.set(paused);
    await desk.at('2025-11-03T00:05:00Z');
    expect(await desk.outcome(desk.key)).toMatchObject({ kind: 'posted', place: { channel: desk.channel } });
    expect(await desk.store.postings.of({ dossier: smallDossier([]).slug, claim: 'a' })).toHaveLength(1);
    await desk.set({ setUpAt: '2025-11-03T01:00:00Z' });
    await desk.enter('b');
    await desk.at(TUESDAY);
    expect(desk.posted()).toHaveLength(2);
    expect(desk.posted()[1]).toContain('Since the last edition: 1 new claim.');
  });

  it('after posting it is what the next begins after, when that is due already', async () => {
    const desk = await openDesk();
    await desk.dieAfterPosting(MONDAY);
    await desk.enter('b');
    await desk.at(TUESDAY);
    expect(desk.posted()).toHaveLength(2);
    expect(desk.posted()[1]).toContain('Since the last edition: 1 new claim.');
  });

  it('after posting it is recorded as posted though the digest was ended since', async () => {
    const desk = await openDesk();
    await desk.dieAfterPosting(MONDAY);
    await desk.store.subscriptions.remove(desk.channel);
    await desk.at('2025-11-03T00:05:00Z');
    expect(await desk.outcome(desk.key)).toMatchObject({ kind: 'posted', place: { channel: desk.channel } });
    expect(desk.posted()).toHaveLength(1);
  });

  it('before posting it is dropped once the digest is paused, and nobody posts it any more', async () => {
    const desk = await openDesk();
    await desk.begin();
    await desk.set(paused);
    await desk.at('2025-11-03T00:05:00Z');
    expect(await desk.outcome(desk.key)).toEqual({ kind: 'dropped', why: 'the digest was paused' });
    expect(await desk.outcome(partKey(desk.key, 0))).toEqual({ kind: 'dropped', why: 'the digest was paused' });
    expect(desk.posted()).toEqual([]);
  });

  it('whose message another instance has in hand is left for a later round, and the next one with it', async () => {
    const desk = await openDesk();
    await desk.begin();
    await desk.store.deliveries.claim({ key: partKey(desk.key, 0), detail: null, leaseMs: 60_000 });
    expect(await desk.at(TUESDAY)).toBeGreaterThan(50_000);
    expect(await desk.outcome(desk.key)).toBe('claimed');
    expect(desk.posted()).toEqual([]);
  });

  it('whose message nobody can look for now is left for a later round', async () => {
    const desk = await openDesk();
    await desk.dieAfterPosting(MONDAY);
    const up = desk.slack.faults.add('server-error', { method: 'conversations.history', times: 99 });
    await desk.set(paused);
    await desk.at('2025-11-03T00:05:00Z');
    expect(await desk.outcome(desk.key)).toBe('claimed');
    up();
    await sleep(LEASE_MS + 50);
    await desk.at('2025-11-03T00:06:00Z');
    expect(await desk.outcome(desk.key)).toMatchObject({ kind: 'posted' });
  });

  it('is posted at the new hour when its digest was set to a later one of the same day', async () => {
    const desk = await openDesk();
    await desk.begin();
    await desk.set({ time: '09:30', setUpAt: '2025-11-03T00:10:00Z' });
    await desk.at('2025-11-03T00:10:30Z');
    expect(desk.posted()).toEqual([]);
    await desk.at('2025-11-03T00:30:00Z');
    await desk.at('2025-11-03T00:31:00Z');
    expect(desk.posted()).toHaveLength(1);
    expect(desk.posted()[0]).not.toContain('late');
  });

  it.each([
    ['before its message was begun', false],
    ['when its message was begun', true],
  ])('%s is marked as late by whoever posts it', async (_, isBegun) => {
    const desk = await openDesk();
    await desk.set({ weekdays: [1] });
    await desk.begin();
    const inTime = { claims: [], source: { kind: 'edition', page: { ...NO_NEWS, lead: 'What was begun in time.' } } };
    if (isBegun)
      await desk.store.deliveries.claim({ key: partKey(desk.key, 0), detail: null, shown: inTime, leaseMs: 0 });
    await desk.at('2025-11-06T00:00:00Z');
    expect(desk.posted()).toMatchObject([expect.stringContaining('This edition is 3 days late.')]);
  });

  it('that someone asked for is dropped when it is too late for them, and they are told', async () => {
    const desk = await openDesk();
    const { user, slack } = desk;
    const { store, channel, key } = desk;
    await desk.begin(askedKey(channel, 'x'), { askedBy: user });
    await desk.begin();
    await store.deliveries.settle(key, { kind: 'dropped', why: 'of no matter here' });
    await desk.at('2025-11-03T00:20:00Z');
    expect(await desk.outcome(askedKey(channel, 'x'))).toEqual({ kind: 'dropped', why: 'too late' });
    expect(slack.messages({ channel: 'dm' }).map(({ text }) => text)).toEqual([
      expect.stringContaining('could not be posted in time'),
    ]);
    expect(desk.posted()).toEqual([]);
  });

  it('while Slack refused the app itself is posted once that is mended', async () => {
    const desk = await openDesk();
    const mend = desk.slack.faults.add('invalid-auth', { times: 99 });
    expect(await desk.at(MONDAY)).toBeGreaterThan(1000);
    mend();
    await desk.at('2025-11-03T00:05:00Z');
    expect(desk.posted()).toHaveLength(1);
  });
});
