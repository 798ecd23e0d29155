import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { boltLogger, type Log } from '../log.ts';
import type { Secret } from '../secret.ts';

/** Two connections: while Slack recycles one, the other receives. */
const CONNECTIONS = 2;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** A receiver over Socket Mode that keeps two connections open. `stop` resolves when both are closed. */
export function createSocketReceiver(options: { appToken: Secret; slackApiUrl?: string; log: Log }): Receiver {
  const connections = Array.from({ length: CONNECTIONS }, () => createConnection(options));
  return {
    init(app: App) {
      for (const { receiver } of connections) receiver.init(app);
    },
    start: () => Promise.all(connections.map((connection) => connection.open())),
    stop: () => Promise.all(connections.map((connection) => connection.close())),
  };
}

/**
 * One connection, opened again at once whenever it is lost. Slack's client would wait five seconds first, and would
 * leave a token that is refused by then as an unhandled rejection.
 */
function createConnection({ appToken, slackApiUrl, log }: Parameters<typeof createSocketReceiver>[0]) {
  const receiver = new SocketModeReceiver({
    appToken: appToken.reveal(),
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: slackApiUrl === undefined ? {} : { slackApiUrl } },
  });
  const { client } = receiver;
  let opened = false;
  let closing = false;

  async function reopen(): Promise<void> {
    opened = false;
    for (let wait = FIRST_RETRY_MS; !opened && !closing; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      try {
        await client.start();
        opened = true;
      } catch (err) {
        log.error({ err, wait }, 'could not connect to Slack; trying again');
        await sleep(wait);
      }
    }
    if (closing) await client.disconnect();
  }

  client.on('disconnected', () => {
    if (opened && !closing) void reopen();
  });

  return {
    receiver,
    async open() {
      await receiver.start();
      opened = true;
    },
    // Bolt's own stop resolves before the socket is closed; the client's disconnect does not.
    async close() {
      closing = true;
      await client.disconnect();
    },
  };
}
