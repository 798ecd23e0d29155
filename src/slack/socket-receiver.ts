import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { boltLogger, type Log } from '../log.ts';
import type { Secret } from '../secret.ts';

/** Two connections: when Slack recycles one, which leaves it without a connection for seconds, the other receives. */
const CONNECTIONS = 2;

/** A receiver over Socket Mode that keeps two connections open. `stop` resolves when both are closed. */
export function createSocketReceiver(options: { appToken: Secret; slackApiUrl?: string; log: Log }): Receiver {
  const { appToken, slackApiUrl, log } = options;
  const receivers = Array.from({ length: CONNECTIONS }, () => {
    // Each gets its own options object: the client writes its retry policy into it.
    const clientOptions = slackApiUrl === undefined ? {} : { slackApiUrl };
    return new SocketModeReceiver({
      appToken: appToken.reveal(),
      logger: boltLogger(log),
      installerOptions: { clientOptions },
    });
  });
  return {
    init(app: App) {
      for (const receiver of receivers) receiver.init(app);
    },
    start: () => Promise.all(receivers.map((receiver) => receiver.start())),
    // Bolt's own stop resolves before the socket is closed; the client's disconnect does not.
    stop: () => Promise.all(receivers.map((receiver) => receiver.client.disconnect())),
  };
}
