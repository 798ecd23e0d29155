import type { FetchFunction } from '@slack/web-api';
import { Agent, fetch } from 'undici';

// Node's own would speak HTTP/2 where the server likes to: all calls on one connection, and one that died in silence
// would be used again after each timeout. Over HTTP/1.1 what times out takes its connection with it, and nothing else.
const dispatcher = new Agent({ allowH2: false });

/** `fetch` for every call to Slack, over HTTP/1.1. Takes texts alone as bodies: nothing is uploaded. */
export const slackFetch: FetchFunction = (url, { body, ...init } = {}) =>
  fetch(url, { ...init, body: body as string, dispatcher });
