import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { boltLogger, type Log } from '../log.ts';
import type { Secret } from '../secret.ts';

/** Two connections: if one is lost, the other receives. */
const CONNECTIONS = 2;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** How long a connection that Slack wants back is still read after another has taken its place. */
const LINGER_MS = 500;

interface SocketOptions {
  readonly appToken: Secret;
  readonly slackApiUrl?: string;
  readonly log: Log;
}

/** A receiver over Socket Mode that keeps two connections open. `stop` resolves when both are closed. */
export function createSocketReceiver(options: SocketOptions): Receiver {
  const connections = Array.from({ length: CONNECTIONS }, () => createConnection(options));
  return {
    init(app: App) {
      for (const connection of connections) connection.init(app);
    },
    start: () => Promise.all(connections.map((connection) => connection.open())),
    stop: () => Promise.all(connections.map((connection) => connection.close())),
  };
}

/**
 * One connection that is always there. When Slack asks to make way for a new one, the new one is opened first; when it
 * is lost, it is opened again at once. Slack's client would wait five seconds, and would leave a token that is refused
 * by then as an unhandled rejection.
 */
function createConnection(options: SocketOptions) {
  const { log } = options;
  const sockets = new Set<Socket>();
  let app: App | undefined;
  let closing = false;

  async function open(): Promise<void> {
    const socket = createSocket(options, {
      process: async (event) => app?.processEvent(event),
      lost: () => void replace(socket),
      makeWay: () => void makeWay(socket),
    });
    await socket.open();
    sockets.add(socket);
    if (closing) await socket.close();
  }

  async function openAtLast(): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !closing; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      try {
        return await open();
      } catch (err) {
        log.error({ err, wait }, 'could not connect to Slack; trying again');
        await sleep(wait);
      }
    }
  }

  async function replace(lost: Socket): Promise<void> {
    // A socket that was given up, or is being closed, is not missed.
    if (sockets.delete(lost) && !closing) await openAtLast();
  }

  async function makeWay(old: Socket): Promise<void> {
    if (closing || !sockets.delete(old)) return;
    await openAtLast();
    await sleep(LINGER_MS);
    await old.close();
  }

  return {
    init: (given: App) => {
      app = given;
    },
    open,
    async close() {
      closing = true;
      await Promise.all([...sockets].map((socket) => socket.close()));
    },
  };
}

interface Socket {
  open(): Promise<void>;
  /** Lets what was received be acknowledged, then closes. */
  close(): Promise<void>;
}

interface SocketListener {
  readonly process: (event: ReceiverEvent) => Promise<void>;
  /** The connection ended, whoever ended it. */
  readonly lost: () => void;
  /** Slack is about to end the connection. */
  readonly makeWay: () => void;
}

const LONGEST_ACKNOWLEDGEMENT_MS = 3000;

function createSocket({ appToken, slackApiUrl, log }: SocketOptions, listener: SocketListener): Socket {
  const receiver = new SocketModeReceiver({
    appToken: appToken.reveal(),
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: slackApiUrl === undefined ? {} : { slackApiUrl } },
  });
  const { client } = receiver;
  const underWay = new Set<Promise<void>>();
  let opened = false;

  receiver.init({
    processEvent(event: ReceiverEvent) {
      const processed = listener.process(event).finally(() => underWay.delete(processed));
      underWay.add(processed);
      return processed;
    },
  } as unknown as App);

  // Slack's client closes the connection on this message, with acknowledgements under way.
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, ...rest: unknown[]) => {
    if (isGoodbye(data)) listener.makeWay();
    else for (const listen of listeners) listen.call(client, data, ...rest);
  });
  client.on('disconnected', () => {
    if (opened) listener.lost();
  });

  return {
    async open() {
      await receiver.start();
      opened = true;
    },
    // Bolt's own stop resolves before the socket is closed; the client's disconnect does not.
    async close() {
      await Promise.race([Promise.allSettled(underWay), sleep(LONGEST_ACKNOWLEDGEMENT_MS, undefined, { ref: false })]);
      await client.disconnect();
    },
  };
}

function isGoodbye(data: unknown): boolean {
  try {
    return JSON.parse(String(data)).type === 'disconnect';
  } catch {
    return false;
  }
}
