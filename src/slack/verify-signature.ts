import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** What Slack says of a request's origin, as its headers have it. */
export interface Signed {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/** Why a request is not taken for one of Slack's. */
export type Doubt = 'unsigned' | 'not of now' | 'signed otherwise';

const LONGEST_SKEW_S = 5 * 60;
const VERSION = 'v0';

/**
 * Gives what tells whether Slack signed a request within five minutes of now, before or after: nothing, or why it is
 * in doubt. A signature from the future could be replayed until its time comes.
 */
export function createVerifier(signingSecret: Secret): (signed: Signed, nowMs: number) => Doubt | undefined {
  const key = createSecretKey(signingSecret.reveal(), 'utf8');
  return ({ timestamp, signature, body }, nowMs) => {
    if (timestamp === undefined || signature === undefined) return 'unsigned';
    // Written so that what is not a number is in doubt too.
    if (!(Math.abs(nowMs / 1000 - Number(timestamp)) <= LONGEST_SKEW_S)) return 'not of now';
    const expected = createHmac('sha256', key).update(`${VERSION}:${timestamp}:`).update(body).digest('hex');
    return areEqual(signature, `${VERSION}=${expected}`) ? undefined : 'signed otherwise';
  };
}

/** Takes as long wherever they differ. */
function areEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
