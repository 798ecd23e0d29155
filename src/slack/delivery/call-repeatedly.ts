import { setTimeout as sleep } from 'node:timers/promises';
import type { Metrics } from '../../metrics.ts';
import { type Failure, readFailure } from './read-failure.ts';

/** How often and for how long a call is repeated. */
export interface Patience {
  /** Before the first repetition of a call that failed, in ms; doubles. */
  readonly doubtMs: number;
  readonly retries: Metrics['retries'];
}

const MOST_ATTEMPTS = 4;
const LONGEST_WAIT_MS = 30_000;

/** How a call ended: with what it gave, or for good with a failure. */
export type Ended<T> = { readonly kind: 'done'; readonly value: T } | Exclude<Failure, { kind: 'wait' }>;

/**
 * Makes a call that does no harm when it is made twice: again after the wait that Slack asks for, and again when
 * nobody knows how it went. Never for a message that everyone would see twice.
 */
export async function callRepeatedly<T>(call: () => Promise<T>, { doubtMs, retries }: Patience): Promise<Ended<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const failure = await call().then(
      (value) => ({ kind: 'done', value }) as const,
      (error: unknown) => readFailure(error),
    );
    const wait = failure.kind === 'wait' ? failure.ms : doubtMs * 2 ** (attempt - 1);
    switch (failure.kind) {
      case 'wait':
        if (attempt < MOST_ATTEMPTS && wait <= LONGEST_WAIT_MS) break;
        return { kind: 'unreachable', why: 'rate limited' };
      case 'doubt':
      case 'unreachable':
        if (attempt < MOST_ATTEMPTS) break;
        return failure;
      default:
        return failure;
    }
    retries.inc({ why: failure.kind });
    await sleep(wait);
  }
}
