import { describe, expect, test } from 'vitest';
import { startDeskApp } from './desk-app.ts';
import { clientOf, openWorkspace } from './open-workspace.ts';

const open = async (options: Parameters<typeof openWorkspace>[0] = {}) => {
  const workspace = await openWorkspace(options);
  return { workspace, ...(await startDeskApp(workspace)) };
};

describe('a slash command', () => {
  test('is answered to the one who asked', async () => {
    const { workspace, received } = await open();
    const outcome = await workspace.runCommand({ line: '/ask who said < 3?', user: 'tom', channel: 'harbour-desk' });
    expect(outcome.status).toBe('acknowledged');
    expect(received[0]?.body).toMatchObject({
      command: '/ask',
      text: 'who said &lt; 3?',
      user_id: 'U0TOM00002',
      user_name: 'tom',
      channel_name: 'harbour-desk',
    });
    const answer = await workspace.until(() => workspace.messages({ user: 'tom', channel: 'harbour-desk' }).at(-1));
    expect(answer).toMatchObject({ ephemeral: true, bot_id: workspace.app.botId });
    expect(workspace.messages({ user: 'nadia', channel: 'harbour-desk' })).toEqual([]);
  });

  test('is refused by the workspace when no app has it, and in a thread', async () => {
    const { workspace, received } = await open();
    expect(await workspace.runCommand({ line: '/forecast' })).toMatchObject({ status: 'refused' });
    const { ts } = await workspace.postMessage({ text: 'A thread' });
    expect(await workspace.runCommand({ line: '/ask a', threadTs: ts })).toMatchObject({ status: 'refused' });
    expect(workspace.messages().map((message) => message.text)).toEqual([
      expect.stringContaining('/forecast is not a valid command'),
      'A thread',
      expect.stringContaining('not supported in threads'),
    ]);
    expect(received.filter(({ body }) => 'command' in body)).toEqual([]);
  });

  test('fails with operation_timeout when the app is slow, and with dispatch_failed when it is gone', async () => {
    const workspace = await openWorkspace({ acknowledgeWithin: 50 });
    await startDeskApp(workspace, (app) => app.command('/ask', async () => {}));
    expect(await workspace.runCommand({ line: '/ask a' })).toEqual({ status: 'failed', error: 'operation_timeout' });
    workspace.sendTo('http://127.0.0.1:1/');
    expect(await workspace.runCommand({ line: '/ask a' })).toEqual({ status: 'failed', error: 'dispatch_failed' });
    expect(workspace.messages().map((message) => [message.text, message.ephemeral])).toEqual([
      ['/ask failed with the error "operation_timeout"', true],
      ['/ask failed with the error "dispatch_failed"', true],
    ]);
  });

  test('may be answered in its acknowledgement', async () => {
    const workspace = await openWorkspace();
    await startDeskApp(workspace, (app) =>
      app.command('/ask', async ({ ack }) => ack({ response_type: 'in_channel', text: 'Here.' })),
    );
    await workspace.runCommand({ line: '/ask' });
    expect(workspace.messages({ user: 'ines' })).toMatchObject([{ text: 'Here.', ephemeral: false }]);
  });
});

describe('a message', () => {
  test('that mentions the app in a channel reaches it as app_mention and as message, with one ts', async () => {
    const { workspace, received } = await open();
    const { ts, text } = await workspace.postMessage({ text: '@Desk how many? <!channel> & so on' });
    await workspace.until(() => workspace.messages().some((message) => message.text === 'Mentioned.'));
    await workspace.settled();
    expect(text).toBe(`<@${workspace.app.botUserId}> how many? &lt;!channel&gt; &amp; so on`);
    const events = received.map(({ body }) => body.event);
    const own = events.filter((event) => event.ts === ts);
    expect(own.map((event) => event.type).sort()).toEqual(['app_mention', 'message']);
    expect(new Set(own.map((event) => event.text))).toEqual(new Set([text]));
    expect(workspace.messages().at(-1)).toMatchObject({ text: 'Mentioned.', thread_ts: ts });
    expect(workspace.messages()[0]).toMatchObject({
      ts,
      reply_count: 1,
      latest_reply: workspace.messages().at(-1)?.ts,
    });
  });

  test("in private reaches the app as message.im, and the app's own words come back with its bot_id", async () => {
    const { workspace } = await open();
    await workspace.postMessage({ channel: 'dm', text: 'Hello' });
    await workspace.until(() => workspace.deliveries.length === 2);
    expect(workspace.deliveries.map(({ request }) => request.payload.event)).toMatchObject([
      { type: 'message', channel_type: 'im', user: 'U0NADIA001', text: 'Hello' },
      { type: 'message', channel_type: 'im', bot_id: workspace.app.botId, text: 'A word in private.' },
    ]);
  });

  test('in a channel without the app does not reach it until someone invites it', async () => {
    const { workspace, received } = await open();
    await workspace.postMessage({ channel: 'standards', text: '@Desk hello' });
    await workspace.settled();
    expect(received).toEqual([]);
    expect(workspace.messages({ channel: 'standards' }).at(-1)?.text).toContain('/invite @desk');
    await workspace.runCommand({ channel: 'standards', line: '/invite @desk' });
    await workspace.postMessage({ channel: 'standards', text: '@Desk hello' });
    await workspace.until(() => workspace.messages({ channel: 'standards' }).at(-1)?.text === 'Mentioned.');
    expect(received[0]?.body.event).toMatchObject({ type: 'member_joined_channel', user: workspace.app.botUserId });
  });

  test('that the app edits or deletes is told as message_changed and message_deleted', async () => {
    const { workspace } = await open();
    const client = clientOf(workspace);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0NEWSROOM', text: 'One' });
    await client.chat.update({ channel: 'C0NEWSROOM', ts, text: 'Two' });
    await client.chat.delete({ channel: 'C0NEWSROOM', ts });
    await workspace.settled();
    const told = workspace.deliveries.map(({ request }) => request.payload.event);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: 'One', bot_id: workspace.app.botId }),
        expect.objectContaining({ subtype: 'message_changed', message: expect.objectContaining({ text: 'Two' }) }),
        expect.objectContaining({ subtype: 'message_deleted', deleted_ts: ts }),
      ]),
    );
    expect(workspace.messages()).toEqual([]);
  });

  test('keeps its metadata until an empty one removes it', async () => {
    const client = clientOf(await openWorkspace());
    const channel = 'C0NEWSROOM';
    const metadata = { event_type: 'edition', event_payload: { key: 'a' } };
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'One', metadata });
    await client.chat.update({ channel, ts, text: 'Two' });
    const history = async (all: boolean) =>
      (await client.conversations.history({ channel, include_all_metadata: all })).messages?.[0];
    expect(await history(true)).toMatchObject({ text: 'Two', metadata });
    expect(await history(false)).not.toHaveProperty('metadata');
    await client.chat.update({ channel, ts, text: 'Three', metadata: {} as never });
    expect(await history(true)).not.toHaveProperty('metadata');
  });
});

test('What needs a scope that the app has not got does not reach it', async () => {
  const workspace = await openWorkspace({ scopes: ['chat:write', 'im:history'] });
  const { received } = await startDeskApp(workspace);
  expect(await workspace.runCommand({ line: '/ask a' })).toMatchObject({ status: 'refused' });
  await workspace.postMessage({ text: '@Desk hello' });
  await workspace.postMessage({ channel: 'dm', text: 'Hello' });
  await workspace.until(() => workspace.messages({ channel: 'dm' }).length === 2);
  expect(received.map(({ body }) => body.event.channel_type)).toEqual(['im']);
});

describe('a button in an ephemeral answer', () => {
  test('shares in the channel and takes the answer away', async () => {
    const { workspace, received } = await open();
    await workspace.runCommand({ line: '/ask how many' });
    const answer = await workspace.until(() => workspace.messages().at(-1));
    expect(await workspace.click({ actionId: 'share' })).toEqual({ status: 'acknowledged' });
    await workspace.until(
      () => workspace.messages().length === 1 && workspace.messages()[0]?.text === 'Shared: how many',
    );
    const click = received.find(({ body }) => body.type === 'block_actions')?.body;
    expect(click).toMatchObject({
      container: { type: 'message', message_ts: answer.ts, channel_id: 'C0NEWSROOM', is_ephemeral: true },
      user: { id: 'U0NADIA001' },
      actions: [{ type: 'button', action_id: 'share', block_id: 'answer', value: 'how many' }],
    });
    expect(click).not.toHaveProperty('message');
  });

  test('is replaced by what a menu chose', async () => {
    const { workspace } = await open();
    await workspace.runCommand({ line: '/ask how many' });
    await workspace.until(() => workspace.messages().at(-1));
    await workspace.click({ actionId: 'more', entry: 'keep' });
    await workspace.until(() => workspace.messages().length === 1 && workspace.messages()[0]?.text === 'Chosen: keep');
    expect(workspace.messages()[0]).toMatchObject({ ephemeral: true });
    expect(workspace.messages()[0]).not.toHaveProperty('blocks');
  });
});

test('A response_url works five times, for thirty minutes', async () => {
  let now = 1_740_000_000_000;
  const workspace = await openWorkspace({ now: () => now });
  const urls: string[] = [];
  await startDeskApp(workspace, (app) =>
    app.command('/ask', async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    }),
  );
  const send = async (url: string, message: object) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    return [response.status, ((await response.json()) as { error?: string }).error];
  };
  // The signature is of the workspace's clock, so the app would refuse one that stands still in 2025.
  now = Date.now();
  await workspace.runCommand({ line: '/ask' });
  await workspace.runCommand({ line: '/ask' });
  const [first = '', second = ''] = urls;
  for (const n of [1, 2, 3, 4]) expect(await send(first, { text: `${n}` })).toEqual([200, undefined]);
  expect(await send(first, { text: 'a', blocks: [{ type: 'nonsense' }] })).toEqual([400, 'invalid_blocks']);
  expect(await send(first, { text: '6' })).toEqual([404, 'used_url']);
  now += 30 * 60_000 + 1;
  expect(await send(second, { text: '1' })).toEqual([404, 'expired_url']);
  expect(workspace.messages()).toHaveLength(4);
});

describe('a shortcut', () => {
  test('on a message carries the message', async () => {
    const { workspace, received } = await open();
    const { ts } = await workspace.postMessage({ text: 'Some 12,000 were sent.', user: 'tom' });
    await workspace.openShortcut({ callbackId: 'check', ts });
    await workspace.until(() => workspace.messages().at(-1)?.text === 'Checked: Some 12,000 were sent.');
    expect(received.find(({ body }) => body.type === 'message_action')?.body).toMatchObject({
      callback_id: 'check',
      channel: { id: 'C0NEWSROOM', name: 'newsroom' },
      message: { ts, user: 'U0TOM00002' },
    });
  });
});

describe('a modal', () => {
  const withForm = async () => {
    const all = await open();
    await all.workspace.runCommand({ line: '/ask form' });
    await all.workspace.until(() => all.workspace.views().length === 1);
    return all;
  };

  test('opens on a trigger, once, within three seconds', async () => {
    const now = { is: Date.now() };
    const workspace = await openWorkspace({ now: () => now.is });
    const triggers: string[] = [];
    await startDeskApp(workspace, (app) =>
      app.command('/ask', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      }),
    );
    await workspace.runCommand({ line: '/ask' });
    await workspace.runCommand({ line: '/ask' });
    const client = clientOf(workspace);
    const view = { type: 'modal', title: { type: 'plain_text', text: 'A' }, blocks: [] } as never;
    const [first = '', second = ''] = triggers;
    expect(await client.views.open({ trigger_id: first, view })).toMatchObject({ ok: true });
    await expect(client.views.open({ trigger_id: first, view })).rejects.toThrow('exchanged_trigger_id');
    now.is += 3001;
    await expect(client.views.open({ trigger_id: second, view })).rejects.toThrow('expired_trigger_id');
  });

  test('is checked by the form first', async () => {
    const { workspace, received } = await withForm();
    expect(await workspace.submitView({})).toEqual({
      status: 'errors',
      by: 'form',
      errors: { statement: 'Please complete this required field.' },
    });
    expect(await workspace.submitView({ fill: { text: 'ab' } })).toMatchObject({ by: 'form' });
    expect(received.some(({ body }) => body.type === 'view_submission')).toBe(false);
  });

  test('shows the errors of the app, pushes, clears and closes as the app answers', async () => {
    const { workspace } = await withForm();
    expect(await workspace.submitView({ fill: { text: 'wrong' } })).toEqual({
      status: 'errors',
      by: 'app',
      errors: { statement: 'Nobody said so.' },
    });
    expect(await workspace.submitView({ fill: { text: 'more' } })).toEqual({ status: 'pushed' });
    expect(workspace.views().map((view) => view.title)).toMatchObject([{ text: 'File a claim' }, { text: 'One more' }]);
    await workspace.closeView({});
    expect(await workspace.submitView({ fill: { text: 'clear' } })).toEqual({ status: 'cleared' });
    expect(workspace.views()).toEqual([]);
  });

  test('carries its state, and loads the options of an external menu', async () => {
    const { workspace, received } = await withForm();
    const options = await workspace.suggest({ on: 'modal', actionId: 'source', typed: 'p' });
    expect(options.map((option) => option.value)).toEqual(['UPI', 'AFP']);
    const [upi = null] = options;
    expect(await workspace.submitView({ fill: { statement: 'A fact', source: upi } })).toEqual({ status: 'closed' });
    const submission = received.find(({ body }) => body.type === 'view_submission')?.body;
    expect(submission?.view).toMatchObject({
      callback_id: 'file',
      state: {
        values: {
          statement: { text: { type: 'plain_text_input', value: 'A fact' } },
          source: { source: { type: 'external_select', selected_option: { value: 'UPI' } } },
        },
      },
    });
  });

  test('tells the app when it is closed', async () => {
    const { workspace, received } = await withForm();
    await workspace.closeView({});
    expect(received.at(-1)?.body).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { callback_id: 'file' },
    });
  });
});

test('The Home tab is published when it is opened', async () => {
  const { workspace } = await open();
  await workspace.openApp({ user: 'ines' });
  const home = await workspace.until(() => workspace.home({ user: 'ines' }));
  expect(home.blocks).toMatchObject([{ type: 'section', text: { text: 'The record' } }]);
  expect(workspace.home({ user: 'nadia' })).toBeUndefined();
});
