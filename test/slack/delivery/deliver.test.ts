import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import type { ClaimRef } from '../../../src/slack/blocks/message.ts';
import { deliveryMark } from '../../../src/slack/delivery/delivery-mark.ts';
import type { Parcel } from '../../../src/slack/delivery.ts';
import type { ApiFault } from '../../../src/workspace/faults.ts';
import { openDelivery } from '../support/open-delivery.ts';
import { typicalAnswers } from '../support/typical-answers.ts';

const KEY = 'edition:C1:2025-11-03';
const CLAIMS = [{ dossier: 'harbour-ferry', claim: 'dead-47' }];

const edition = (channel: string): Parcel => ({
  key: KEY,
  to: { channel },
  message: { text: 'the edition', blocks: [], claims: CLAIMS },
  since: Date.now(),
});

type Opened = Awaited<ReturnType<typeof openDelivery>>;
const texts = ({ slack }: Opened) => slack.messages().map(({ text }) => text);

describe('a parcel', () => {
  it('is posted once, however often and by however many instances it is delivered', async () => {
    const opened = await openDelivery();
    const { delivery, channel } = opened;
    const other = await openDelivery(opened);
    const outcomes = await Promise.all(
      [delivery, other.delivery, delivery, other.delivery].map((it) => it.deliver(edition(channel))),
    );
    const ts = opened.slack.messages()[0]?.ts;
    expect(texts(opened)).toEqual(['the edition']);
    for (const outcome of outcomes) {
      if (outcome.kind === 'pending') expect(outcome).toMatchObject({ why: 'held', inMs: expect.any(Number) });
      else expect(outcome).toEqual({ kind: 'posted', channel, ts });
    }
    expect(await delivery.deliver(edition(channel))).toEqual({ kind: 'posted', channel, ts });
  });

  it('is settled with the claims that it shows, in the versions that the record has', async () => {
    const { delivery, channel, store } = await openDelivery();
    const posted = await delivery.deliver(edition(channel));
    const ts = posted.kind === 'posted' ? posted.ts : '';
    expect(await store.postings.of({ dossier: 'harbour-ferry', claim: 'dead-47' })).toMatchObject([
      { place: { kind: 'message', channel, ts }, version: 3 },
    ]);
  });

  it('that an instance posted before it died is found by its mark, and not posted again', async () => {
    const opened = await openDelivery();
    const { delivery, channel, store, slack } = opened;
    await store.deliveries.claim({ key: KEY, detail: null, leaseMs: 0 });
    const metadata = deliveryMark(KEY);
    const { ts } = await postAs(opened, { channel, text: 'the edition', metadata });
    for (let more = 0; more < 120; more += 1) await postAs(opened, { channel, text: `talk ${more}` });
    expect(await delivery.deliver(edition(channel))).toEqual({ kind: 'posted', channel, ts });
    expect(slack.messages().filter(({ text }) => text === 'the edition')).toHaveLength(1);
  });

  it('that an instance did not get to post is posted by the next', async () => {
    const opened = await openDelivery();
    await opened.store.deliveries.claim({ key: KEY, detail: null, leaseMs: 0 });
    expect(await opened.delivery.deliver(edition(opened.channel))).toMatchObject({ kind: 'posted' });
    expect(texts(opened)).toEqual(['the edition']);
  });

  it('that Slack took long over is looked for after as long again, since it may yet be taken', async () => {
    const opened = await openDelivery({ timings: { call: 300, deliveryLease: 5000 } });
    opened.slack.faults.add('hanging-after-accepting', { method: 'chat.postMessage' });
    expect(await opened.delivery.deliver(edition(opened.channel))).toMatchObject({ kind: 'posted' });
    expect(texts(opened)).toEqual(['the edition']);
    const at = (name: string) => opened.slack.calls.find(({ method }) => method === name)?.at ?? Number.NaN;
    expect(at('conversations.history') - at('chat.postMessage')).toBeGreaterThan(580);
  });

  it('that another instance holds is not touched', async () => {
    const opened = await openDelivery();
    await opened.store.deliveries.claim({ key: KEY, detail: null, leaseMs: 60_000 });
    expect(await opened.delivery.deliver(edition(opened.channel))).toMatchObject({ kind: 'pending', why: 'held' });
    expect(texts(opened)).toEqual([]);
  });

  it('is not posted in the second half of its lease', async () => {
    const opened = await openDelivery();
    const { deliveries } = opened.store;
    const store = {
      ...opened.store,
      deliveries: {
        ...deliveries,
        async claim(...request: Parameters<typeof deliveries.claim>) {
          const claim = await deliveries.claim(...request);
          return claim.kind === 'claimed' ? { ...claim, postBefore: performance.now() - 1 } : claim;
        },
      },
    };
    const { delivery } = await openDelivery({ ...opened, store });
    expect(await delivery.deliver(edition(opened.channel))).toMatchObject({ kind: 'pending' });
    expect(opened.slack.calls).toEqual([]);
  });

  it('is what its first attempt meant to send, which is what is recorded', async () => {
    const opened = await openDelivery();
    const { delivery, channel, store } = opened;
    const first = answerMessage(typicalAnswers.facts);
    const claims = (first.claims ?? []).map((claim) => ({ ...claim, version: 2 }));
    const shown = JSON.parse(JSON.stringify({ claims, source: first.source }));
    await store.deliveries.claim({ key: KEY, detail: null, shown, leaseMs: 0 });
    const outcome = await delivery.deliver({ ...edition(channel), message: answerMessage(typicalAnswers.figures) });
    expect(texts(opened)).toEqual([first.text]);
    expect(await store.postings.of(claims[0] as ClaimRef)).toMatchObject([{ version: 2 }]);
    const { ts } = outcome as { ts: string };
    expect(await store.postings.source({ channel, ts })).toEqual(shown);
  });

  it('that comes late is counted with its lateness', async () => {
    const { delivery, channel, metrics } = await openDelivery();
    await delivery.deliver({ ...edition(channel), due: Date.now() - 40_000 });
    expect(await metrics.text()).toMatch(/^dateline_edition_lateness_seconds_bucket\{le="30"\} 0$/m);
    expect(await metrics.text()).toMatch(/^dateline_edition_lateness_seconds_bucket\{le="60"\} 1$/m);
  });

  it.each<ApiFault>(['channel-not-found', 'not-in-channel', 'is-archived'])(
    'that Slack refuses for good (%s) is settled as dropped and never tried again',
    async (fault) => {
      const opened = await openDelivery();
      const { delivery, channel, slack } = opened;
      slack.faults.add(fault, { method: 'chat.postMessage' });
      const refused = { kind: 'refused', why: fault.replaceAll('-', '_'), noAccess: true };
      expect(await delivery.deliver(edition(channel))).toEqual(refused);
      expect(await delivery.deliver(edition(channel))).toEqual(refused);
      expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    },
  );

  it.each<ApiFault>(['token-revoked', 'invalid-auth'])(
    'is pending while Slack refuses the app itself (%s), and posted when that is mended',
    async (fault) => {
      const opened = await openDelivery();
      const { delivery, channel, slack, user } = opened;
      const why = fault.replaceAll('-', '_');
      const mend = slack.faults.add(fault, { times: 99 });
      expect(await delivery.deliver(edition(channel))).toMatchObject({ kind: 'pending', why });
      expect(await delivery.deliver({ ...edition(user), key: 'direct' })).toMatchObject({ kind: 'pending', why });
      mend();
      expect(await delivery.deliver(edition(channel))).toMatchObject({ kind: 'posted' });
      expect(await delivery.deliver({ ...edition(user), key: 'direct' })).toMatchObject({ kind: 'posted' });
      expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(3);
    },
  );

  it('while Slack cannot be reached is pending, and delivered later', async () => {
    const opened = await openDelivery({ timings: { doubt: 1 } });
    const { delivery, channel, slack } = opened;
    const up = slack.faults.add('server-error', { times: 99 });
    expect(await delivery.deliver(edition(channel))).toMatchObject({ kind: 'pending' });
    up();
    await sleep(1050);
    expect(await delivery.deliver(edition(channel))).toMatchObject({ kind: 'posted' });
    expect(texts(opened)).toEqual(['the edition']);
  });

  it('with little patience is pending at once where Slack asks to wait, and then posted without a look at history', async () => {
    const opened = await openDelivery({ timings: { deliveryLease: 60_000 } });
    const { delivery, channel, slack } = opened;
    const hurried = { ...edition(channel), patienceMs: 500 };
    slack.faults.add('rate-limited', { method: 'chat.postMessage', retryAfter: 1 });
    const start = performance.now();
    for (const outcome of [await delivery.deliver(hurried), await delivery.deliver({ ...hurried, key: 'another' })])
      expect(outcome).toEqual({ kind: 'pending', inMs: expect.any(Number), why: 'Slack asks to wait' });
    expect(performance.now() - start).toBeLessThan(500);
    await sleep(1000);
    expect(await delivery.deliver(hurried)).toMatchObject({ kind: 'posted' });
    expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.postMessage']);
  });

  it('to a person is a direct message, looked for there when in doubt', async () => {
    const { delivery, slack, user } = await openDelivery();
    slack.faults.add('reset-after-accepting', { method: 'chat.postMessage' });
    expect(await delivery.deliver(edition(user))).toMatchObject({ kind: 'posted' });
    expect(slack.messages({ channel: 'dm' }).map(({ text }) => text)).toEqual(['the edition']);
  });
});

async function postAs({ slack }: Opened, body: object): Promise<{ ts: string }> {
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: 'Bearer xoxb-local-tests' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { ts: string };
}
