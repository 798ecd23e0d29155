import { createHmac } from 'node:crypto';
import { SIGNING_SECRET } from './open-newsroom.ts';

export const FORM = 'application/x-www-form-urlencoded';

/** How a request differs from what Slack would send. */
interface Difference {
  readonly secondsFromNow?: number;
  readonly secret?: string;
  readonly type?: string;
}

/** Sends a body to the app, signed as Slack signs. */
export function sendSigned(
  appUrl: string,
  body: string,
  { secondsFromNow = 0, secret = SIGNING_SECRET, type = FORM }: Difference = {},
) {
  const timestamp = Math.floor(Date.now() / 1000) + secondsFromNow;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(appUrl, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': `${timestamp}`,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
}

/** Sends fields as a slash command is sent. */
export function sendForm(appUrl: string, fields: Record<string, string>, difference?: Difference) {
  return sendSigned(appUrl, new URLSearchParams(fields).toString(), difference);
}

/** Sends an event as the Events API does. `agoS`: how long ago it came about, in seconds. */
export function sendEvent(appUrl: string, eventId: string, event: Record<string, unknown>, agoS = 0) {
  const authorizations = [{ team_id: 'T1', user_id: 'U0APPBOT01', is_bot: true }];
  const event_time = Math.floor(Date.now() / 1000) - agoS;
  const body = { type: 'event_callback', team_id: 'T1', event_id: eventId, event_time, authorizations, event };
  return sendSigned(appUrl, JSON.stringify(body), { type: 'application/json' });
}
