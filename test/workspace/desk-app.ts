import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { afterEach } from 'vitest';
import type { Workspace } from '../../src/workspace/start-workspace.ts';
import { quiet, secrets } from './open-workspace.ts';

const running: { stop: () => Promise<unknown> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.stop()));
});

/** An app that keeps what reaches it. */
export interface DeskApp {
  readonly app: App;
  /** Bodies of everything that passed the signature, oldest first, with the retry number where there was one. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of many shapes
  readonly received: { readonly body: Record<string, any>; readonly retryNum?: number | undefined }[];
}

const keeping = (app: App): DeskApp['received'] => {
  const received: DeskApp['received'] = [];
  app.use(async ({ body, context, next }) => {
    received.push({ body: body as never, retryNum: context.retryNum });
    await next();
  });
  return received;
};

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** What the test app does: a command, a mention, a button, a menu, a modal, shortcuts and a Home tab. */
const listen = (app: App) => {
  app.command('/ask', async ({ ack, command, respond, client }) => {
    await ack();
    if (command.text === 'form') {
      await client.views.open({
        trigger_id: command.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'file',
          title: plain('File a claim'),
          submit: plain('File'),
          notify_on_close: true,
          blocks: [
            {
              type: 'input',
              block_id: 'statement',
              label: plain('Statement'),
              element: { type: 'plain_text_input', action_id: 'text', min_length: 3 },
            },
            {
              type: 'input',
              block_id: 'source',
              label: plain('Source'),
              optional: true,
              element: { type: 'external_select', action_id: 'source', min_query_length: 0 },
            },
            {
              type: 'input',
              block_id: 'standing',
              label: plain('Standing'),
              optional: true,
              element: {
                type: 'radio_buttons',
                action_id: 'standing',
                options: [
                  { value: 'current', text: plain('Current') },
                  { value: 'disputed', text: plain('Disputed'), description: plain('Someone says otherwise') },
                ],
              },
            },
            {
              type: 'input',
              block_id: 'told',
              label: plain('Who is to know'),
              optional: true,
              hint: plain('They get a message.'),
              element: { type: 'multi_users_select', action_id: 'told' },
            },
            {
              type: 'input',
              block_id: 'day',
              label: plain('Day'),
              optional: true,
              element: { type: 'datepicker', action_id: 'day', initial_date: '2025-02-19' },
            },
          ],
        },
      });
      return;
    }
    await respond({
      response_type: 'ephemeral',
      text: `You asked: ${command.text}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `You asked: *${command.text}*` } },
        {
          type: 'actions',
          block_id: 'answer',
          elements: [
            { type: 'button', action_id: 'share', value: command.text || 'nothing', text: plain('Share') },
            {
              type: 'button',
              action_id: 'retract',
              style: 'danger',
              text: plain('Retract'),
              confirm: {
                title: plain('Retract this?'),
                text: plain('It stays in the ledger.'),
                confirm: plain('Retract'),
                deny: plain('Keep'),
              },
            },
            {
              type: 'overflow',
              action_id: 'more',
              options: [
                { value: 'hide', text: plain('Hide') },
                { value: 'keep', text: plain('Keep') },
              ],
            },
          ],
        },
      ],
    });
  });
  app.action('share', async ({ ack, respond, action }) => {
    await ack();
    const value = 'value' in action ? action.value : '';
    await respond({ response_type: 'in_channel', replace_original: false, text: `Shared: ${value}` });
    await respond({ delete_original: true });
  });
  app.action('retract', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Retracted.' });
  });
  app.action('more', async ({ ack, respond, action }) => {
    await ack();
    const chosen = action.type === 'overflow' ? action.selected_option.value : '';
    await respond({ replace_original: true, text: `Chosen: ${chosen}` });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'Mentioned.', thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.channel_type === 'im') await say('A word in private.');
  });
  app.shortcut('check', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'message_action') return;
    const { channel, user, message } = body;
    await client.chat.postEphemeral({ channel: channel.id, user: user.id, text: `Checked: ${message.text}` });
  });
  app.options('source', async ({ ack, options }) => {
    const names = ['UPI', 'AFP', 'Reuters'].filter((name) => name.toLowerCase().includes(options.value.toLowerCase()));
    await ack({ options: names.map((name) => ({ value: name, text: plain(name) })) });
  });
  app.view('file', async ({ ack, view }) => {
    const text = view.state.values.statement?.text?.value ?? '';
    if (text === 'wrong') return ack({ response_action: 'errors', errors: { statement: 'Nobody said so.' } });
    if (text === 'more') {
      return ack({ response_action: 'push', view: { type: 'modal', title: plain('One more'), blocks: [] } });
    }
    if (text === 'clear') return ack({ response_action: 'clear' });
    await ack();
  });
  app.view({ type: 'view_closed', callback_id: 'file' }, async ({ ack }) => ack());
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const blocks = [{ type: 'section' as const, text: plain('The record') }];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
};

/** The test app over HTTP, told to the workspace, stopped after the test. */
export const startDeskApp = async (workspace: Workspace, listener = listen): Promise<DeskApp> => {
  const app = new App({
    token: secrets.botToken,
    tokenVerificationEnabled: false,
    logger: quiet,
    clientOptions: { slackApiUrl: workspace.apiUrl },
    receiver: new HTTPReceiver({ signingSecret: secrets.signingSecret, logger: quiet }),
  });
  const received = keeping(app);
  listener(app);
  const server = (await app.start(0)) as Server;
  running.push(app);
  workspace.sendTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return { app, received };
};

/** The same app in Socket Mode. */
export const startSocketApp = async (workspace: Workspace): Promise<DeskApp> => {
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-local-workspace',
    logger: quiet,
    // Slack's client waits as long before it comes back from a recycled connection.
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl: workspace.apiUrl } },
  });
  const app = new App({
    token: secrets.botToken,
    tokenVerificationEnabled: false,
    logger: quiet,
    clientOptions: { slackApiUrl: workspace.apiUrl },
    receiver,
  });
  const received = keeping(app);
  listen(app);
  await app.start();
  running.push(app);
  return { app, received };
};
