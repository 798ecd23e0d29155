import type { IncomingMessage } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import { boltLogger } from '../log.ts';
import type { Secret } from '../secret.ts';

/** Where Slack sends everything: events, commands and interactions. */
export const REQUEST_PATH = '/slack/events';

const FORM = 'application/x-www-form-urlencoded';
const LONGEST_SKEW_S = 5 * 60;

/** Bolt's HTTP receiver, with the two things that it leaves open: signatures from the future, and forms that name a charset. */
export function createHttpReceiver({ signingSecret, log }: { signingSecret: Secret; log: Log }): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret: signingSecret.reveal(),
    endpoints: [REQUEST_PATH],
    logger: boltLogger(log),
  });
  const receive = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (isFromTheFuture(request)) return void response.writeHead(401, { connection: 'close' }).end();
    // Bolt knows a form only by the bare media type.
    if (request.headers['content-type']?.toLowerCase().startsWith(FORM)) request.headers['content-type'] = FORM;
    receive(request, response);
  };
  return receiver;
}

/** Bolt refuses signatures older than five minutes, but takes any from the future, which could be replayed until then. */
function isFromTheFuture(request: IncomingMessage): boolean {
  const seconds = Number(request.headers['x-slack-request-timestamp']);
  return seconds > Date.now() / 1000 + LONGEST_SKEW_S;
}
