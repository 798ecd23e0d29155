import { describe, expect, it } from 'vitest';
import type { ApiFault } from '../../../src/workspace/faults.ts';
import { openNewsroom } from '../support/open-newsroom.ts';

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

const posted = ({ slack }: Newsroom, where = {}) =>
  slack.messages(where).filter(({ bot_id, ephemeral }) => bot_id && !ephemeral);
const answered = expect.stringContaining('Asked: how many died?');

/** What the app posted after a question in a channel, with a fault in the way of its answer. */
async function askWith(fault: ApiFault, where: { times?: number; retryAfter?: number } = {}) {
  const newsroom = await openNewsroom();
  const { slack } = newsroom;
  slack.faults.add(fault, { method: 'chat.postMessage', ...where });
  await slack.postMessage({ text: '@Dateline how many died?' });
  await slack.until(() => newsroom.lines.find(({ msg }) => msg === 'done' || msg === 'failed'));
  return newsroom;
}

describe('a reply', () => {
  it('that Slack asks to wait for is posted once, after the wait', async () => {
    const start = performance.now();
    const newsroom = await askWith('rate-limited');
    expect(posted(newsroom).map(({ text }) => text)).toEqual([answered]);
    expect(performance.now() - start).toBeGreaterThan(1000);
  });

  it.each<ApiFault>([
    'reset-after-accepting',
    'reset-before-accepting',
    'server-error',
    'server-error-after-accepting',
    'internal-error',
    'internal-error-partial',
    'fatal-error',
    'hanging',
    'hanging-after-accepting',
  ])('of which Slack does not say whether it took it (%s) is there once', async (fault) => {
    const newsroom = await askWith(fault, { times: 2 });
    expect(posted(newsroom).map(({ text }) => text)).toEqual([answered]);
  });

  it('of which nobody can ever say whether it is there is not repeated, and what failed is said', async () => {
    const newsroom = await openNewsroom({ scopes: ['app_mentions:read', 'chat:write'] });
    newsroom.slack.faults.add('reset-after-accepting', { method: 'chat.postMessage' });
    await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    await newsroom.slack.until(() => posted(newsroom).length === 2);
    expect(posted(newsroom).map(({ text }) => text)).toEqual([answered, expect.stringContaining('Something failed')]);
    expect(newsroom.lines).toContainEqual(expect.objectContaining({ msg: 'a message was given up' }));
  });

  it('is looked for again when the history cannot be read at first', async () => {
    const newsroom = await openNewsroom();
    newsroom.slack.faults.add('reset-after-accepting', { method: 'chat.postMessage' });
    newsroom.slack.faults.add('server-error', { method: 'conversations.replies', times: 2 });
    await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    await newsroom.slack.until(() => newsroom.lines.find(({ msg }) => msg === 'done'));
    expect(posted(newsroom)).toHaveLength(1);
  });

  it('whose blocks Slack refuses is posted as text, with the same facts', async () => {
    const newsroom = await askWith('invalid-blocks');
    const [message, ...others] = posted(newsroom);
    expect(others).toEqual([]);
    expect(message?.text).toContain('Kestrel News, 12 Mar 2024');
    expect(message?.blocks).toBeUndefined();
  });

  it.each<ApiFault>(['channel-not-found', 'not-in-channel', 'is-archived'])(
    'that may not be posted where it was asked (%s) comes as a direct message',
    async (fault) => {
      const newsroom = await askWith(fault);
      expect(posted(newsroom)).toEqual([]);
      expect(posted(newsroom, { channel: 'dm' }).map(({ text }) => text)).toEqual([answered]);
      expect(newsroom.lines).toContainEqual(expect.objectContaining({ level: 50, msg: 'a message was given up' }));
    },
  );

  it.each<ApiFault>(['token-revoked', 'invalid-auth'])(
    'waits until %s is mended, and the log says what is the matter',
    async (fault) => {
      const newsroom = await openNewsroom({ timings: { workLease: 200 } });
      const { slack, lines } = newsroom;
      const mend = slack.faults.add(fault, { method: 'chat.postMessage', times: 99 });
      await slack.postMessage({ text: '@Dateline how many died?' });
      const why = fault.replace('-', '_');
      await slack.until(() => lines.find((line) => line.level === 50 && line.why === why));
      expect(posted(newsroom)).toEqual([]);
      mend();
      await slack.until(() => posted(newsroom).length === 1);
      expect(posted(newsroom).map(({ text }) => text)).toEqual([answered]);
    },
  );

  it('in one channel waits for nothing that Slack asks of another', async () => {
    const newsroom = await openNewsroom({ timings: { stop: 100 } });
    const { slack } = newsroom;
    const busy = slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '';
    slack.faults.add('rate-limited', { method: 'chat.postMessage', channel: busy, retryAfter: 20 });
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => slack.calls.find(({ method }) => method === 'chat.postMessage'));
    const start = performance.now();
    await slack.postMessage({ channel: 'dm', text: 'how many died?' });
    await slack.until(() => posted(newsroom, { channel: 'dm' }).length === 1);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(posted(newsroom)).toEqual([]);
  });

  it('follows the one before it in the channel at the pace that Slack allows', async () => {
    const newsroom = await openNewsroom({ timings: { betweenPosts: 200 } });
    const { slack } = newsroom;
    for (const name of ['one', 'two', 'three']) await slack.postMessage({ text: `@Dateline ${name}?` });
    await slack.until(() => posted(newsroom).length === 3);
    const times = posted(newsroom).map(({ ts }) => Number(ts) * 1000);
    const gaps = times.slice(1).map((time, index) => time - (times[index] as number));
    for (const gap of gaps) expect(gap).toBeGreaterThan(190);
  });

  it('carries nothing but an opaque key in its metadata', async () => {
    const newsroom = await askWith('rate-limited', { times: 0 });
    const { args } = newsroom.slack.calls.find(({ method }) => method === 'chat.postMessage') ?? {};
    expect(args?.metadata).toEqual({
      event_type: 'dateline_delivery',
      event_payload: { key: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
  });
});
