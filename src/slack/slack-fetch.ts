import type { FetchFunction } from '@slack/web-api';

type Undici = Pick<typeof import('undici'), 'fetch'> & { readonly dispatcher: import('undici').Agent };

let loaded: Promise<Undici> | undefined;

// A hundred modules that the first call needs, and a start does not.
async function load(): Promise<Undici> {
  const { Agent, fetch } = await import('undici');
  // Node's own would speak HTTP/2 where the server likes to: all calls on one connection, and one that died in silence
  // would be used again after each timeout. Over HTTP/1.1 what times out takes its connection with it, and nothing else.
  return { fetch, dispatcher: new Agent({ allowH2: false }) };
}

/** `fetch` for every call to Slack, over HTTP/1.1. Takes texts alone as bodies: nothing is uploaded. */
export const slackFetch: FetchFunction = async (url, { body, ...init } = {}) => {
  loaded ??= load();
  const { fetch, dispatcher } = await loaded;
  return fetch(url, { ...init, body: body as string, dispatcher });
};
