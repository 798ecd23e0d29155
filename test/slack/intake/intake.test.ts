import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../../../src/metrics.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { sendEvent } from '../support/send-signed.ts';

/** A store whose inbox can be made to stall, or to fail. */
async function openFaultyStore() {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  onTestFinished(store.close);
  let stalled: Promise<unknown> = Promise.resolve();
  let failures = 0;
  const inbox: Store['inbox'] = {
    ...store.inbox,
    async accept(...work) {
      await stalled;
      if (failures-- > 0) throw new Error('the disk is on fire');
      return store.inbox.accept(...work);
    },
  };
  return {
    store: { ...store, inbox },
    stall: (until: Promise<unknown>) => {
      stalled = until;
    },
    fail: (times: number) => {
      failures = times;
    },
  };
}

const mention = (channel: string, index: number) => ({
  type: 'app_mention',
  channel,
  user: 'U1',
  text: '<@U0APPBOT01> how many died?',
  ts: `1700000000.${String(index).padStart(6, '0')}`,
});

describe('accepted work', () => {
  it('is acknowledged within 500 ms while the store stalls, and done when it is back', {
    timeout: 30_000,
  }, async () => {
    const faulty = await openFaultyStore();
    const { slack, appUrl } = await openNewsroom({ store: faulty.store });
    const dm = slack.channels.find(({ kind }) => kind === 'im')?.id ?? '';
    let recover = () => {};
    faulty.stall(new Promise<void>((resolve) => (recover = resolve)));
    const took: number[] = [];
    for (let index = 0; index < 100; index += 10) {
      await Promise.all(
        Array.from({ length: 10 }, async (_, more) => {
          const start = performance.now();
          const { status } = await sendEvent(appUrl, `Ev${index + more}`, {
            ...mention(dm, index + more),
            type: 'message',
            channel_type: 'im',
          });
          took.push(performance.now() - start);
          expect(status).toBe(200);
        }),
      );
    }
    const [, p99 = 0] = took.sort((a, b) => b - a);
    expect(p99).toBeLessThan(500);
    const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(posts()).toEqual([]);
    recover();
    await slack.until(() => posts().length === 100, { within: 15_000 });
  });

  it('that the store refuses at first is stored and done in the end', async () => {
    const faulty = await openFaultyStore();
    const { slack, lines } = await openNewsroom({ store: faulty.store });
    faulty.fail(2);
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => slack.messages().find(({ bot_id }) => bot_id));
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'accepted work could not be stored; it is kept in memory' }),
    );
  });

  it('delivered again while the store stalls is done once, and counted as dropped', async () => {
    const faulty = await openFaultyStore();
    const metrics = createMetrics();
    const { slack, appUrl } = await openNewsroom({ store: faulty.store, metrics });
    const channel = slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '';
    const { ts } = await slack.postMessage({ text: 'how many died?' });
    faulty.stall(sleep(600));
    for (let time = 0; time < 3; time += 1) await sendEvent(appUrl, 'Ev1', { ...mention(channel, 0), ts });
    await slack.until(() => slack.messages().find(({ bot_id }) => bot_id));
    await sleep(100);
    expect(slack.messages().filter(({ bot_id }) => bot_id)).toHaveLength(1);
    expect(await metrics.text()).toMatch(/^dateline_duplicates_dropped_total 2$/m);
  });

  it('is forgotten when it is done: only that it was seen is kept', async () => {
    const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
    onTestFinished(store.close);
    const { slack, lines } = await openNewsroom({ store });
    const channel = slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '';
    const { ts } = await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => lines.find(({ msg }) => msg === 'done'));
    expect(await store.inbox.claim(0)).toBeUndefined();
    expect(await store.inbox.accept(`message:${channel}:${ts}`, {}, 0)).toBe(false);
  });

  it('of a kind that this version does not know is given up, and the log says so', async () => {
    const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
    onTestFinished(store.close);
    await store.inbox.accept('carrier-pigeon:1', { kind: 'carrier-pigeon', work: {} }, 0);
    const { slack, lines } = await openNewsroom({ store });
    await slack.until(() => lines.find(({ kind }) => kind === 'carrier-pigeon'));
    await slack.until(() => lines.find(({ msg }) => String(msg).includes('no kind that this version knows')));
    expect(await store.inbox.claim(0)).toBeUndefined();
  });
});

describe('an app that is asked to stop', () => {
  it.each([
    ['in the store', undefined, 'stopping with work under way; it is in the store'],
    ['in memory alone', 1, 'stopping with accepted work that the store has not taken: it may be lost'],
  ])('says so when it leaves work that is %s', async (_, unstored, said) => {
    const faulty = await openFaultyStore();
    const { slack, app, lines } = await openNewsroom({ store: faulty.store, timings: { stop: 400 } });
    slack.faults.add('hanging', { method: 'chat.postMessage', times: 99 });
    if (unstored) faulty.stall(sleep(3000));
    await slack.postMessage({ text: '@Dateline how many died?' });
    if (unstored) await sleep(400);
    else await slack.until(() => slack.calls.find(({ method }) => method === 'chat.postMessage'));
    await app.stop();
    expect(lines.filter(({ msg }) => String(msg).startsWith('stopping with'))).toMatchObject([
      { msg: said, ...(unstored ? { unstored } : {}) },
    ]);
  });
});

describe('a request', () => {
  it('is timed to its acknowledgement, by its kind', async () => {
    const metrics = createMetrics();
    const { slack, lines } = await openNewsroom({ metrics });
    await slack.runCommand({ line: '/ferry-toll' });
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => lines.find(({ job, msg }) => job === 'app_mention' && msg === 'done'));
    const text = await metrics.text();
    expect(text).toMatch(/^dateline_acknowledgement_seconds_count\{kind="command"\} 1$/m);
    expect(text).toMatch(/^dateline_acknowledgement_seconds_count\{kind="event"\} 1$/m);
    expect(text).toMatch(/^dateline_answers_total 2$/m);
    expect(text).toMatch(/^dateline_deliveries_total\{outcome="posted"\} 1$/m);
  });
});
