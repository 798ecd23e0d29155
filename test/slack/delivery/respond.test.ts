import { describe, expect, it } from 'vitest';
import type { ApiFault } from '../../../src/workspace/faults.ts';
import { openDelivery } from '../support/open-delivery.ts';

const message = { text: 'only for you', blocks: [] };

/** A response URL of a command that nadia typed in the newsroom. */
async function openResponse() {
  const opened = await openDelivery();
  const { slack, channel, user } = opened;
  slack.sendTo('http://127.0.0.1:9/');
  await slack.runCommand({ line: '/ferry-toll' });
  const { payload } = slack.deliveries.at(-1)?.request ?? {};
  const url = String(payload?.response_url);
  // Slack itself tells nadia that nobody answered her command.
  const seen = (where = {}) => slack.messages(where).flatMap(({ text }) => (text === message.text ? [text] : []));
  return { ...opened, url, seen, reader: { user, channel } };
}

describe('a response', () => {
  it('is shown to the person alone', async () => {
    const { delivery, url, seen, reader } = await openResponse();
    await delivery.respond(url, message, 'private', reader);
    expect(seen()).toEqual(['only for you']);
    expect(seen({ user: 'tom' })).toEqual([]);
  });

  it('through a URL that is used up comes as a direct message', async () => {
    const { delivery, url, seen, reader } = await openResponse();
    for (let use = 0; use < 6; use += 1) await delivery.respond(url, message, 'private', reader);
    expect(seen()).toHaveLength(5);
    expect(seen({ channel: 'dm' })).toEqual(['only for you']);
  });

  it('through a URL that has expired comes as a direct message, once, whatever Slack says to that', async () => {
    const { delivery, url, seen, reader, slack } = await openResponse();
    slack.faults.add('internal-error-partial', { method: 'chat.postMessage' });
    await delivery.respond(`${url}-of-yesterday`, message, 'private', reader);
    expect(seen()).toEqual([]);
    expect(seen({ channel: 'dm' })).toEqual(['only for you']);
  });

  it.each<ApiFault>(['reset-before-accepting', 'server-error', 'internal-error', 'rate-limited', 'hanging'])(
    'that did not get through (%s) is sent again',
    async (fault) => {
      const { delivery, url, seen, reader, slack } = await openResponse();
      slack.faults.add(fault, { method: 'response_url' });
      await delivery.respond(url, message, 'private', reader);
      expect(seen()).toEqual(['only for you']);
    },
  );

  it('that everyone would see twice is not sent again when in doubt', async () => {
    const { delivery, url, seen, reader, slack } = await openResponse();
    slack.faults.add('reset-after-accepting', { method: 'response_url' });
    await expect(delivery.respond(url, message, 'in-channel', reader)).rejects.toThrow('Slack did not take it');
    expect(seen({ user: 'tom' })).toEqual(['only for you']);
  });
});
