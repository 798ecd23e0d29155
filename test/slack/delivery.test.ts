import { describe, expect, it } from 'vitest';
import type { ApiFault } from '../../src/workspace/faults.ts';
import { openNewsroom } from './support/open-newsroom.ts';

/** What the app posted after a question in a channel, with a fault in the way of its answer. */
async function askWith(fault: ApiFault, expected: number) {
  const newsroom = await openNewsroom();
  const { slack } = newsroom;
  slack.faults.add(fault, { method: 'chat.postMessage' });
  await slack.postMessage({ text: '@Dateline how many died?' });
  const posted = () => slack.messages().filter(({ bot_id }) => bot_id);
  await slack.until(() => posted().length >= expected);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { posted: posted(), calls: slack.calls.filter(({ method }) => method === 'chat.postMessage'), newsroom };
}

describe('an answer', () => {
  it('that Slack asks to wait for is posted once, after the wait', async () => {
    const { posted } = await askWith('rate-limited', 1);
    expect(posted.map(({ text }) => text)).toEqual([expect.stringContaining('Asked: how many died?')]);
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
    const { posted } = await askWith(fault, 1);
    expect(posted.map(({ text }) => text)).toEqual([expect.stringContaining('Asked: how many died?')]);
  });

  it('whose blocks Slack refuses is posted as text, with the same facts', async () => {
    const { posted } = await askWith('invalid-blocks', 1);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.text).toContain('Kestrel News, 12 Mar 2024');
    expect(posted[0]?.blocks).toBeUndefined();
  });

  it('that cannot be posted where it was asked is in the log', async () => {
    const newsroom = await openNewsroom();
    newsroom.slack.faults.add('is-archived', { method: 'chat.postMessage', times: 2 });
    await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    await newsroom.slack.until(() => newsroom.lines.find(({ msg }) => msg === 'failed'));
    expect(newsroom.lines).toContainEqual(
      expect.objectContaining({ job: 'app_mention', msg: 'failed', id: expect.any(String) }),
    );
  });
});
