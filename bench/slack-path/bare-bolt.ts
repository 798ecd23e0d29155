import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { BOT_TOKEN, ECHO, SIGNING_SECRET } from './setup.ts';

/** The peer: Bolt with its own HTTP receiver, one listener for commands and one for mentions, and an echo. */
const [slackApiUrl = ''] = process.argv.slice(2);
const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
const app = new App({
  receiver,
  // With a token alone it would ask Slack who it is, before every request that Slack does not answer in full.
  authorize: async () => ({ botToken: BOT_TOKEN, botId: 'B0BENCH', botUserId: 'U0APPBOT01' }),
  clientOptions: { slackApiUrl },
});
app.command(/^\//, async ({ ack, command }) => ack({ response_type: 'ephemeral', text: ECHO + command.text }));
app.event('app_mention', async ({ event, say }) => void (await say({ text: ECHO, thread_ts: event.ts })));
const server = (await receiver.start({ port: 0, host: '127.0.0.1' })) as Server;
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
process.on('SIGTERM', () => process.exit(0));
