import { describe, expect, it } from 'vitest';
import { LONGEST_COPY } from '../../../src/slack/format/copy-text.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { sendForm } from '../support/send-signed.ts';
import { createStubChecker } from '../support/stub-checker.ts';
import { typicalChecks } from '../support/typical-check.ts';

const callbackId = 'check-message';
const COPY = 'The coastguard counted 15 dead. It was a cold night.';

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** The first message that only `user` sees. */
const whispered = ({ slack }: Newsroom, user = 'nadia', channel = 'newsroom') =>
  slack.until(() => slack.messages({ user, channel }).find(({ ephemeral }) => ephemeral));

async function checkPosted(newsroom: Newsroom, text = COPY) {
  const { ts } = await newsroom.slack.postMessage({ user: 'tom', text });
  const outcome = await newsroom.slack.openShortcut({ callbackId, ts });
  expect(outcome).toEqual({ status: 'acknowledged' });
  return ts;
}

/** Uses the shortcut on a message that the local workspace cannot post. */
async function checkMessage({ appUrl, slack }: Newsroom, message: Record<string, unknown>) {
  const [nadia, newsroom] = [slack.users.find(({ name }) => name === 'nadia'), slack.channels[0]];
  const payload = {
    type: 'message_action',
    callback_id: callbackId,
    trigger_id: '1.2.3',
    user: { id: nadia?.id, name: 'nadia' },
    team: { id: 'T1', domain: 'tests' },
    channel: { id: newsroom?.id, name: 'newsroom' },
    message_ts: '1.1',
    message: { type: 'message', ts: '1.1', ...message },
    response_url: slack.apiUrl,
  };
  const response = await sendForm(appUrl, { payload: JSON.stringify(payload) });
  expect(response.status).toBe(200);
}

describe('“Check against the record” on a message', () => {
  it('tells the one who asked, sentence by sentence, the worst first', async () => {
    const { checker, copies } = createStubChecker();
    const newsroom = await openNewsroom({ checker });
    await checkPosted(newsroom);
    const seen = await whispered(newsroom);
    expect(copies).toEqual([COPY]);
    const verdicts = [
      'Contradicted by the record: ',
      'Credited to the wrong source: ',
      'Not on record: ',
      'On record: ',
    ];
    const places = verdicts.map((verdict) => seen.text?.indexOf(`\n${verdict}`) ?? -1);
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(seen.text).toContain('Kestrel News, 12 Mar 2024');
    expect(seen.text).toContain('the coastguard said, according to Kestrel News on 12 March 2024');
    expect(seen.text).toContain('1 sentence that claims nothing passed over.');
    expect(newsroom.slack.messages({ user: 'tom' }).filter(({ bot_id }) => bot_id)).toEqual([]);
  });

  it('checks with the real checker, over the record', async () => {
    const newsroom = await openNewsroom();
    await checkPosted(newsroom, 'Zanzibar bought forty submarines.');
    expect((await whispered(newsroom)).text).toMatch(/^Not on record: Zanzibar bought forty submarines\.$/m);
  });

  it('says it in the thread of a message that has replies, and in the channel otherwise', async () => {
    const newsroom = await openNewsroom(createStubChecker());
    const { slack } = newsroom;
    const root = await slack.postMessage({ user: 'tom', text: COPY });
    const reply = await slack.postMessage({ user: 'ines', text: 'Six people died.', threadTs: root.ts });
    for (const { ts } of [root, reply]) await slack.openShortcut({ callbackId, ts });
    const inThread = () => slack.messages().filter(({ ephemeral, thread_ts: ts }) => ephemeral && ts === root.ts);
    await slack.until(() => inThread().length === 2);
    await checkPosted(newsroom);
    await slack.until(() => slack.messages().find(({ ephemeral, thread_ts: ts }) => ephemeral && ts === undefined));
  });

  it('says it in a direct message where the bot is no member', async () => {
    const newsroom = await openNewsroom(createStubChecker());
    await newsroom.slack.runCommand({ line: '/remove @Dateline' });
    await checkPosted(newsroom);
    const direct = () => newsroom.slack.messages({ channel: 'dm' }).map(({ text }) => text ?? '');
    await newsroom.slack.until(() => direct().length === 2);
    expect(direct()[0]).toMatch(/^Dateline is not in that channel/);
    expect(direct()[1]).toContain('Contradicted by the record: ');
    expect(newsroom.slack.messages({ channel: 'dm', user: 'tom' })).toEqual([]);
  });

  it('reads a bot’s blocks and attachments, but no text twice', async () => {
    const { checker, copies } = createStubChecker();
    const newsroom = await openNewsroom({ checker });
    await checkMessage(newsroom, {
      bot_id: 'B1',
      text: 'New on the wire',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Nine dead' } },
        { type: 'section', text: { type: 'mrkdwn', text: '*Nine* people died &amp; six were hurt.' } },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              elements: [
                {
                  type: 'rich_text_section',
                  elements: [
                    { type: 'text', text: 'A list of ' },
                    { type: 'link', url: 'https://a.example', text: 'names' },
                  ],
                },
              ],
            },
          ],
        },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open' } }] },
      ],
      attachments: [
        {
          pretext: 'From the agency:',
          title: 'Ferry',
          text: 'It sank at dawn.',
          fields: [{ title: 'Aboard', value: '214' }],
        },
        { fallback: 'It sank at dawn.', text: 'It sank at dawn.' },
        { fallback: 'Only a fallback.' },
      ],
    });
    await whispered(newsroom);
    expect(copies[0]?.split('\n')).toEqual([
      'Nine dead',
      'Nine people died & six were hurt.',
      'A list of names',
      'From the agency:',
      'Ferry',
      'It sank at dawn.',
      'Aboard',
      '214',
      'Only a fallback.',
    ]);
  });

  it.each([
    ['without text', { text: '' }, /^There is no text to check/],
    ['that is a file', { text: '', files: [{ id: 'F1' }] }, /^Files are not read/],
    ['that is too long', { text: 'word '.repeat(LONGEST_COPY / 4) }, /^That is 24,999 characters/],
  ])('%s is told what can be done', async (_, message, expected) => {
    const { checker, copies } = createStubChecker();
    const newsroom = await openNewsroom({ checker });
    await checkMessage(newsroom, message);
    expect((await whispered(newsroom)).text).toMatch(expected);
    expect(copies).toEqual([]);
  });

  it('says that it is checking before it checks a long message', async () => {
    const newsroom = await openNewsroom(createStubChecker());
    await checkMessage(newsroom, { text: 'Nine people died. '.repeat(500) });
    const texts = () => newsroom.slack.messages().flatMap(({ ephemeral, text }) => (ephemeral ? [text ?? ''] : []));
    await newsroom.slack.until(() => texts().length === 2);
    expect(texts()[0]).toBe('Checking 1,500 words against the record …');
    expect(texts()[1]).toContain('Contradicted by the record: ');
  });

  it('sends as many messages as it needs, up to five, and counts the rest', async () => {
    const newsroom = await openNewsroom(createStubChecker(typicalChecks.long));
    await checkPosted(newsroom);
    const texts = () => newsroom.slack.messages().flatMap(({ ephemeral, text }) => (ephemeral ? [text ?? ''] : []));
    await newsroom.slack.until(() => texts().length === 5);
    expect(texts()[4]).toMatch(/^\d+ more sentences: .*Check a shorter part to see them\.$/m);
  });

  it('that fails says so to the one who asked, with the id that the log has', async () => {
    const newsroom = await openNewsroom(createStubChecker(undefined, { throws: 'the index is broken' }));
    await checkPosted(newsroom, 'A private draft: nine people died.');
    const [id] = /[0-9a-f]{8}/.exec((await whispered(newsroom)).text ?? '') ?? [];
    expect(newsroom.lines).toContainEqual(expect.objectContaining({ id, job: callbackId, msg: 'failed' }));
    expect(JSON.stringify(newsroom.lines)).not.toContain('private draft');
  });
});

describe('“Check a draft”', () => {
  it('opens the modal for a draft', async () => {
    const { slack } = await openNewsroom();
    await slack.openShortcut({ callbackId: 'check-draft' });
    const view = await slack.until(() => slack.views().at(-1));
    expect(view).toMatchObject({ callback_id: 'check-draft', submit: { text: 'Check' } });
    expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(4);
  });
});

describe('a shortcut that is no longer ours', () => {
  it('is acknowledged and does nothing', async () => {
    const { slack } = await openNewsroom();
    expect(await slack.openShortcut({ callbackId: 'of-an-older-version' })).toEqual({ status: 'acknowledged' });
    expect(slack.calls).toEqual([]);
  });
});
