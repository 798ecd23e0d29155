import { createHmac } from 'node:crypto';

/** Slack's signature of a body: `v0=` and an HMAC over version, timestamp and body. `timestamp` in seconds. */
export const sign = (signingSecret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
