import { slackFetch } from '../slack-fetch.ts';

/** What Slack says of a response URL that was used five times, is older than half an hour, or never was. */
export const GONE_URL = /expired_url|used_url|no_such_url/;

/** Slack refused a response. */
export class ResponseRefused extends Error {
  /** The HTTP status. */
  readonly status: number;
  readonly body: string;
  readonly retryAfterS: number | undefined;

  constructor(status: number, body: string, retryAfterS?: number) {
    super(`Slack refused the response: ${status} ${body.slice(0, 200)}`);
    this.status = status;
    this.body = body.slice(0, 200);
    this.retryAfterS = retryAfterS;
  }
}

/** Sends a body to a response URL. Rejects with a `ResponseRefused`, or as `fetch` does. */
export async function callResponseUrl(url: string, body: object, timeoutMs: number): Promise<void> {
  const response = await slackFetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  // Slack says some refusals with status 200.
  const refusal = /"error":\s*"(\w+)"/.exec(text)?.[1];
  if (response.ok && refusal === undefined) return;
  const after = Number(response.headers.get('retry-after'));
  throw new ResponseRefused(response.status, refusal ?? text, after || undefined);
}
