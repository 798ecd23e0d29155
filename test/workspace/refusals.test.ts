import { describe, expect, test } from 'vitest';
import { limits } from '../../src/workspace/limits.ts';
import { answerTo, clientOf, openWorkspace } from './open-workspace.ts';

const letters = (count: number) => 'x'.repeat(count);
const times = <Item>(count: number, item: (place: number) => Item) =>
  Array.from({ length: count }, (_, place) => item(place));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text = 'A fact.') => ({ type: 'section', text: mrkdwn(text) });
const button = (actionId: string, more: object = {}) => ({
  type: 'button',
  action_id: actionId,
  text: plain('Open'),
  ...more,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (value: string, text = value) => ({ value, text: plain(text) });
const menu = (more: object) => actions({ type: 'static_select', action_id: 'menu', ...more });
const cell = (text: string) => ({ type: 'raw_text', text });
const table = (rows: object[][], more: object = {}) => ({ type: 'table', rows, ...more });
const confirm = (more: object) => ({ confirm: { title: plain('Sure?'), text: plain('It is final.'), ...more } });
const chart = (title = 'Figures') => ({
  type: 'data_visualization',
  title,
  chart: {
    type: 'bar',
    series: [{ name: 'One', data: [{ label: 'May', value: 1 }] }],
    axis_config: { categories: ['May'] },
  },
});

/** A row as an object: vitest types tuples with an optional end loosely. */
const named = <Payload, Reason>([name, payload, error, reason]: readonly [string, Payload, string, Reason?]) => ({
  name,
  payload,
  error,
  reason,
});

/** Blocks of a message that Slack refuses, each with the code and the start of the reason. */
const refusedBlocks: readonly (readonly [string, object[], string, (string | RegExp)?])[] = [
  ['51 blocks', times(51, () => section()), 'invalid_blocks', 'no more than 50 items allowed [json-pointer:/blocks]'],
  [
    'a section of 3001 characters',
    [section(letters(3001))],
    'invalid_blocks',
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a section without text',
    [section('')],
    'invalid_blocks',
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['a section with neither text nor fields', [{ type: 'section' }], 'invalid_blocks', /text` or `fields/],
  ['11 fields', [{ type: 'section', fields: times(11, () => mrkdwn('a')) }], 'invalid_blocks', /no more than 10 items/],
  [
    'a field of 2001 characters',
    [{ type: 'section', fields: [mrkdwn(letters(2001))] }],
    'invalid_blocks',
    /less than 2001/,
  ],
  ['a header of 151 characters', [{ type: 'header', text: plain(letters(151)) }], 'invalid_blocks', /less than 151/],
  ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('*Bold*') }], 'invalid_blocks', /unsupported value: mrkdwn/],
  [
    '11 context elements',
    [{ type: 'context', elements: times(11, () => mrkdwn('a')) }],
    'invalid_blocks',
    /no more than 10/,
  ],
  ['26 actions', [actions(...times(26, (n) => button(`b${n}`)))], 'invalid_blocks', /no more than 25/],
  ['an actions block with none', [actions()], 'invalid_blocks', /no fewer than 1/],
  [
    'a button text of 76 characters',
    [actions(button('a', { text: plain(letters(76)) }))],
    'invalid_blocks',
    /less than 76/,
  ],
  [
    'a button text in mrkdwn',
    [actions(button('a', { text: mrkdwn('Open') }))],
    'invalid_blocks',
    /unsupported value: mrkdwn/,
  ],
  ['an action_id of 256 characters', [actions(button(letters(256)))], 'invalid_blocks', /less than 256/],
  [
    'a button value of 2001 characters',
    [actions(button('a', { value: letters(2001) }))],
    'invalid_blocks',
    /less than 2001/,
  ],
  [
    'a url of 3001 characters',
    [actions(button('a', { url: `https://a.example/${letters(3000)}` }))],
    'invalid_blocks',
    /less than 3001/,
  ],
  ['a url that is none', [actions(button('a', { url: 'the article' }))], 'invalid_blocks', /invalid url/],
  ['an unknown style', [actions(button('a', { style: 'warning' }))], 'invalid_blocks', /unsupported value: warning/],
  [
    'a field that Slack does not know',
    [actions(button('a', { disabled: true }))],
    'invalid_blocks',
    /invalid additional property: disabled/,
  ],
  [
    'one action_id twice in a block',
    [actions(button('a'), button('a'))],
    'invalid_blocks',
    /`action_id` a already exists/,
  ],
  [
    'one block_id twice',
    [
      { ...section(), block_id: 'one' },
      { ...section(), block_id: 'one' },
    ],
    'invalid_blocks',
    /`block_id` one already exists/,
  ],
  ['an unknown block', [{ type: 'chart' }], 'invalid_blocks', 'unsupported type: chart [json-pointer:/blocks/0/type]'],
  ['an unknown element', [actions({ type: 'slider' })], 'invalid_blocks', /unsupported type: slider/],
  [
    'a text input in an actions block',
    [actions({ type: 'plain_text_input', action_id: 'a' })],
    'invalid_blocks',
    /unsupported type: plain_text_input/,
  ],
  ['a block without type', [{ text: plain('a') }], 'invalid_blocks', /missing required field: type/],
  ['an alert', [{ type: 'alert', text: plain('Careful') }], 'invalid_blocks', /unsupported type: alert/],
  [
    'a menu of 101 options',
    [menu({ options: times(101, (n) => option(`o${n}`)) })],
    'invalid_blocks',
    /no more than 100/,
  ],
  ['a menu without options', [menu({})], 'invalid_blocks', /options` or `option_groups/],
  [
    'an option text of 76 characters',
    [menu({ options: [option('a', letters(76))] })],
    'invalid_blocks',
    /less than 76/,
  ],
  [
    'an initial option that is not offered',
    [menu({ options: [option('a')], initial_option: option('b') })],
    'invalid_blocks',
    /one of the options/,
  ],
  [
    'an overflow of six',
    [actions({ type: 'overflow', action_id: 'o', options: times(6, (n) => option(`o${n}`)) })],
    'invalid_blocks',
    /no more than 5/,
  ],
  [
    'eleven checkboxes',
    [actions({ type: 'checkboxes', action_id: 'c', options: times(11, (n) => option(`o${n}`)) })],
    'invalid_blocks',
    /no more than 10/,
  ],
  [
    'a confirm title of 101 characters',
    [actions(button('a', confirm({ title: plain(letters(101)) })))],
    'invalid_blocks',
    /less than 101/,
  ],
  [
    'a confirm text of 301 characters',
    [actions(button('a', confirm({ text: plain(letters(301)) })))],
    'invalid_blocks',
    /less than 301/,
  ],
  [
    'a confirm button of 31 characters',
    [actions(button('a', confirm({ deny: plain(letters(31)) })))],
    'invalid_blocks',
    /less than 31/,
  ],
  [
    'an image without alt_text',
    [{ type: 'image', image_url: 'https://a.example/a.png' }],
    'invalid_blocks',
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'an image from nowhere',
    [{ type: 'image', image_url: 'data:image/png;base64,AA', alt_text: 'a' }],
    'invalid_blocks',
    /invalid url/,
  ],
  ['a table of 101 rows', [table(times(101, () => [cell('a')]))], 'invalid_blocks', /no more than 100/],
  ['a table of 21 columns', [table([times(21, () => cell('a'))])], 'invalid_blocks', /no more than 20/],
  ['an empty cell', [table([[cell('')]])], 'invalid_blocks', /more than 0 characters/],
  [
    'a number in a table',
    [table([[{ type: 'raw_number', value: 1, text: '1' }]])],
    'invalid_blocks',
    /unsupported type: raw_number/,
  ],
  ['two tables', [table([[cell('a')]]), table([[cell('b')]])], 'invalid_attachments', /only_one_table_allowed/],
  [
    'a data_table of a header alone',
    [{ type: 'data_table', caption: 'c', rows: [[cell('a')]] }],
    'invalid_blocks',
    /no fewer than 2/,
  ],
  [
    'a ragged data_table',
    [{ type: 'data_table', caption: 'c', rows: [[cell('a')], [cell('a'), cell('b')]] }],
    'invalid_blocks',
    /same number of cells/,
  ],
  ['a chart title of 51 characters', [chart(letters(51))], 'invalid_blocks', /less than 51/],
  ['three charts', times(3, () => chart()), 'invalid_blocks', /no more than 2/],
  ['markdown of 12,001 characters', [{ type: 'markdown', text: letters(12_001) }], 'invalid_blocks', /less than 12001/],
  ['13,300 characters over all blocks', times(5, () => section(letters(2660))), 'msg_blocks_too_long'],
];

/** Blocks at the edge of what Slack takes. */
const takenBlocks: readonly (readonly [string, object[]])[] = [
  ['50 blocks', times(50, () => section())],
  ['a section of 3000 characters', [section(letters(3000))]],
  ['ten fields of 1000 characters', [{ type: 'section', fields: times(10, () => mrkdwn(letters(1000))) }]],
  ['a header of 150 characters', [{ type: 'header', text: plain(letters(150)) }]],
  ['25 buttons', [actions(...times(25, (n) => button(`b${n}`)))]],
  ['one action_id in two blocks', [actions(button('a')), actions(button('a'))]],
  [
    'a table of 100 rows, with settings for one column',
    [
      table(
        times(100, () => [cell('a'), cell('b')]),
        { column_settings: [{ is_wrapped: true }] },
      ),
    ],
  ],
  ['rows of unequal length in a table', [table([[cell('a')], [cell('a'), cell('b')]])]],
  [
    'a data_table with numbers',
    [{ type: 'data_table', caption: 'c', rows: [[cell('Dead')], [{ type: 'raw_number', value: 3, text: '3' }]] }],
  ],
  ['two charts', times(2, () => chart())],
  [
    'a card and a carousel',
    [
      { type: 'card', title: mrkdwn('A') },
      { type: 'carousel', elements: [{ type: 'card', body: mrkdwn('B') }] },
    ],
  ],
  [
    'rich text',
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a', style: { bold: true } }] }],
      },
    ],
  ],
  [
    'a button with a dialog',
    [actions(button('a', confirm({ confirm: plain('Yes'), deny: plain('No'), style: 'danger' })))],
  ],
];

describe('a message', () => {
  test.each(refusedBlocks.map(named))('is refused for $name', async ({ payload: blocks, error, reason }) => {
    const workspace = await openWorkspace();
    const answer = await answerTo(
      clientOf(workspace).chat.postMessage({ channel: 'C0NEWSROOM', text: 'A fact.', blocks: blocks as never }),
    );
    const metadata = answer.response_metadata as { messages?: string[] } | undefined;
    expect(answer).toMatchObject({ ok: false, error });
    if (reason === undefined) return;
    expect(metadata?.messages?.[0]).toMatch(/^\[ERROR\] /);
    const message = metadata?.messages?.[0]?.slice('[ERROR] '.length);
    if (typeof reason === 'string') expect(message).toBe(reason);
    else expect(message).toMatch(reason);
    expect(workspace.messages({ channel: 'newsroom' })).toEqual([]);
  });

  test.each(takenBlocks)('is taken with %s', async (_, blocks) => {
    const workspace = await openWorkspace();
    const answer = await answerTo(
      clientOf(workspace).chat.postMessage({ channel: 'C0NEWSROOM', text: 'A fact.', blocks: blocks as never }),
    );
    expect(answer.ok, JSON.stringify(answer)).toBe(true);
  });

  test('gets ids where the app gave none', async () => {
    const workspace = await openWorkspace();
    await clientOf(workspace).chat.postMessage({
      channel: 'C0NEWSROOM',
      text: 'A fact.',
      blocks: [actions({ type: 'button', text: plain('Open') })] as never,
    });
    const [block] = workspace.messages().at(-1)?.blocks ?? [];
    expect(block).toMatchObject({
      block_id: expect.stringMatching(/./),
      elements: [{ action_id: expect.stringMatching(/./) }],
    });
  });

  test('without text or blocks is refused', async () => {
    const client = clientOf(await openWorkspace());
    expect(await answerTo(client.chat.postMessage({ channel: 'C0NEWSROOM', text: ' ' }))).toMatchObject({
      error: 'no_text',
    });
  });

  test('of over 40,000 characters is cut, and of over 4,000 refused in an update', async () => {
    const client = clientOf(await openWorkspace());
    const posted = await client.chat.postMessage({ channel: 'C0NEWSROOM', text: letters(40_001) });
    expect(posted.message?.text).toHaveLength(limits.messageText.max);
    const update = client.chat.update({ channel: 'C0NEWSROOM', ts: posted.ts ?? '', text: letters(4001) });
    expect(await answerTo(update)).toMatchObject({ error: 'msg_too_long' });
  });

  test('with blocks that are not a list is refused', async () => {
    const client = clientOf(await openWorkspace());
    const post = client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'a', blocks: '{"type":' as never });
    expect(await answerTo(post)).toMatchObject({ error: 'invalid_blocks_format' });
  });

  test.each([
    ['a name alone', { event_type: 'edition' }, 'invalid_metadata_format'],
    ['a field too many', { event_type: 'edition', event_payload: {}, version: 2 }, 'invalid_metadata_format'],
    [
      'a payload three levels deep',
      { event_type: 'edition', event_payload: { a: { b: { c: 1 } } } },
      'invalid_metadata_schema',
    ],
  ])('with metadata of %s is refused', async (_, metadata, error) => {
    const client = clientOf(await openWorkspace());
    const post = client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'a', metadata: metadata as never });
    expect(await answerTo(post)).toMatchObject({ error });
  });
});

const modal = (more: object = {}) => ({ type: 'modal', title: plain('File a claim'), blocks: [section()], ...more });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Text'), element, ...more });

const refusedViews: readonly (readonly [string, object, string, RegExp?])[] = [
  ['a title of 25 characters', modal({ title: plain(letters(25)) }), 'invalid_arguments', /less than 25/],
  ['a submit of 25 characters', modal({ submit: plain(letters(25)) }), 'invalid_arguments', /less than 25/],
  ['a close of 25 characters', modal({ close: plain(letters(25)) }), 'invalid_arguments', /less than 25/],
  [
    'no title',
    { type: 'modal', blocks: [] },
    'invalid_arguments',
    /missing required field: title \[json-pointer:\/view\]/,
  ],
  ['101 blocks', modal({ blocks: times(101, () => section()) }), 'invalid_arguments', /no more than 100/],
  [
    'private_metadata of 3001 characters',
    modal({ private_metadata: letters(3001) }),
    'invalid_arguments',
    /less than 3001/,
  ],
  ['a callback_id of 256 characters', modal({ callback_id: letters(256) }), 'invalid_arguments', /less than 256/],
  [
    'an input without submit',
    modal({ blocks: [input({ type: 'plain_text_input', action_id: 'a' })] }),
    'invalid_arguments',
    /`submit` is required/,
  ],
  ['a table', modal({ blocks: [table([[cell('a')]])] }), 'invalid_arguments', /unsupported type: table/],
  ['markdown', modal({ blocks: [{ type: 'markdown', text: 'a' }] }), 'invalid_arguments', /unsupported type: markdown/],
  [
    'an alert of 201 characters',
    modal({ blocks: [{ type: 'alert', text: plain(letters(201)) }] }),
    'invalid_arguments',
    /less than 201/,
  ],
  [
    'a placeholder of 151 characters',
    modal({
      submit: plain('Go'),
      blocks: [input({ type: 'plain_text_input', action_id: 'a', placeholder: plain(letters(151)) })],
    }),
    'invalid_arguments',
    /less than 151/,
  ],
  [
    'a label in mrkdwn',
    modal({
      submit: plain('Go'),
      blocks: [{ ...input({ type: 'plain_text_input', action_id: 'a' }), label: mrkdwn('*Text*') }],
    }),
    'invalid_arguments',
    /unsupported value: mrkdwn/,
  ],
  [
    '300 kB',
    modal({ blocks: times(100, (n) => ({ ...section(letters(3000)), block_id: `b${n}` })) }),
    'view_too_large',
  ],
];

describe('a modal', () => {
  test.each(refusedViews.map(named))('is refused for $name', async ({ payload: view, error, reason }) => {
    const workspace = await openWorkspace();
    const answer = await answerTo(clientOf(workspace).views.open({ trigger_id: 'unused', view: view as never }));
    expect(answer).toMatchObject({ ok: false, error });
    const metadata = answer.response_metadata as { messages?: string[] } | undefined;
    if (reason) expect(metadata?.messages?.join('\n')).toMatch(reason);
  });

  test('takes an alert, and every input', async () => {
    const workspace = await openWorkspace();
    const blocks = [
      { type: 'alert', text: plain('Careful'), level: 'warning' },
      ...[
        { type: 'plain_text_input', multiline: true, min_length: 2, max_length: 3000 },
        { type: 'number_input', is_decimal_allowed: false, min_value: '0' },
        { type: 'static_select', options: [option('a')] },
        { type: 'external_select', min_query_length: 0 },
        { type: 'multi_static_select', options: [option('a')], max_selected_items: 1 },
        { type: 'checkboxes', options: [{ value: 'a', text: mrkdwn('*a*') }] },
        { type: 'radio_buttons', options: [option('a')], initial_option: option('a') },
        { type: 'datepicker', initial_date: '2025-02-19' },
        { type: 'timepicker', initial_time: '08:30' },
        { type: 'users_select' },
        { type: 'conversations_select', default_to_current_conversation: true },
      ].map((element, place) => input({ ...element, action_id: `a${place}` }, { block_id: `b${place}` })),
    ];
    const view = modal({ submit: plain('File'), blocks });
    const answer = await answerTo(clientOf(workspace).views.open({ trigger_id: 'unknown', view: view as never }));
    expect(answer).toMatchObject({ error: 'invalid_trigger_id' });
  });
});

describe('a Home tab', () => {
  test('takes sections and buttons, and refuses an alert', async () => {
    const workspace = await openWorkspace();
    const publish = (blocks: object[]) =>
      answerTo(clientOf(workspace).views.publish({ user_id: 'U0NADIA001', view: { type: 'home', blocks } as never }));
    expect(await publish([section(), actions(button('a'))])).toMatchObject({ ok: true });
    expect(await publish([{ type: 'alert', text: plain('a') }])).toMatchObject({ error: 'invalid_arguments' });
  });

  test('is not overwritten with an old hash', async () => {
    const client = clientOf(await openWorkspace());
    const view = { type: 'home', blocks: [] } as never;
    const first = await client.views.publish({ user_id: 'U0NADIA001', view });
    const hash = first.view?.hash ?? '';
    expect(await answerTo(client.views.publish({ user_id: 'U0NADIA001', view, hash }))).toMatchObject({ ok: true });
    expect(await answerTo(client.views.publish({ user_id: 'U0NADIA001', view, hash }))).toMatchObject({
      error: 'hash_conflict',
    });
  });
});

describe('a channel', () => {
  test.each([
    ['that does not exist', 'C0NOWHERE1', 'channel_not_found'],
    ['without the app', 'C0STANDARD', 'not_in_channel'],
    ['that is archived', 'C0ARCHIVED', 'is_archived'],
    ["that is private and not the app's", 'G0SOURCES1', 'channel_not_found'],
  ])('%s takes no message', async (_, channel, error) => {
    const client = clientOf(await openWorkspace());
    expect(await answerTo(client.chat.postMessage({ channel, text: 'a' }))).toMatchObject({ error });
  });

  test('takes an ephemeral message for a member alone', async () => {
    const workspace = await openWorkspace();
    const client = clientOf(workspace);
    const channel = 'C0NEWSROOM';
    expect(await answerTo(client.chat.postEphemeral({ channel, user: 'U0STRANGER', text: 'a' }))).toMatchObject({
      error: 'user_not_in_channel',
    });
    await client.chat.postEphemeral({ channel, user: 'U0NADIA001', text: 'For you' });
    expect(workspace.messages({ user: 'nadia' })).toMatchObject([{ text: 'For you', ephemeral: true }]);
    expect(workspace.messages({ user: 'tom' })).toEqual([]);
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
  });

  test('lets the app change its own messages alone', async () => {
    const workspace = await openWorkspace();
    const client = clientOf(workspace);
    const { ts } = await workspace.postMessage({ text: 'Mine' });
    const where = { channel: 'C0NEWSROOM', ts };
    expect(await answerTo(client.chat.update({ ...where, text: 'Yours' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await answerTo(client.chat.delete(where))).toMatchObject({ error: 'cant_delete_message' });
    expect(await answerTo(client.chat.update({ ...where, ts: '1.000001', text: 'a' }))).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('knows no thread where there is no message', async () => {
    const client = clientOf(await openWorkspace());
    const post = client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'a', thread_ts: '1.000001' });
    expect(await answerTo(post)).toMatchObject({ error: 'thread_not_found' });
  });
});

describe('a token', () => {
  test('is needed, and has to be the right one', async () => {
    const workspace = await openWorkspace();
    expect(await answerTo(clientOf(workspace, '').auth.test())).toMatchObject({ error: 'not_authed' });
    expect(await answerTo(clientOf(workspace, 'xoxb-local-other').auth.test())).toMatchObject({
      error: 'invalid_auth',
    });
    expect(await answerTo(clientOf(workspace).auth.test())).toMatchObject({
      ok: true,
      user_id: workspace.app.botUserId,
    });
  });

  test.each([
    ['chat.postMessage', 'chat:write', { channel: 'C0NEWSROOM', text: 'a' }],
    ['users.info', 'users:read', { user: 'U0NADIA001' }],
    ['conversations.history', 'channels:history', { channel: 'C0NEWSROOM' }],
    ['conversations.history', 'im:history', { channel: 'D0DIRECT01' }],
    ['conversations.open', 'im:write', { users: 'U0NADIA001' }],
    ['reactions.add', 'reactions:write', { channel: 'C0NEWSROOM', timestamp: '1.0', name: 'eyes' }],
  ])('cannot call %s without %s', async (method, needed, args) => {
    const workspace = await openWorkspace({ scopes: ['commands'] });
    const answer = await answerTo(clientOf(workspace).apiCall(method, args));
    expect(answer).toMatchObject({ error: 'missing_scope', needed, provided: 'commands' });
  });

  test('that could be a real one keeps the workspace from starting', async () => {
    await expect(openWorkspace({ botToken: 'xoxb-123456789012-abcdef' })).rejects.toThrow(/xoxb-local-/);
    await expect(openWorkspace({ appToken: 'xapp-1-A123-456-abc' })).rejects.toThrow(/xapp-local-/);
  });

  test('for the bot opens no socket', async () => {
    const workspace = await openWorkspace();
    expect(await answerTo(clientOf(workspace).apps.connections.open())).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });
});

test('A method that the workspace does not know is refused', async () => {
  const client = clientOf(await openWorkspace());
  expect(await answerTo(client.apiCall('chat.scheduleMessage', {}))).toMatchObject({ error: 'unknown_method' });
});
