import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscription } from '../../digest/subscription.ts';
import type { Store } from '../../store/store.ts';
import { channelNotice } from '../blocks/channel-notice.ts';
import type { Delivery } from '../delivery.ts';
import { Unfinished } from '../work.ts';
import { DIGEST_WORDS, type PauseReason } from './words.ts';

/** What pausing takes. */
export interface PauseTools {
  readonly store: Pick<Store, 'subscriptions'>;
  readonly delivery: Pick<Delivery, 'deliver'>;
}

const MOST_ATTEMPTS = 5;
const LONGEST_WAIT_MS = 2000;

/**
 * Pauses a channel's digest because Dateline can no longer post there, and tells who set it up by direct message, once.
 * Without a digest that goes on there is nothing to do, nor with one set up after `by` (ms since 1970), when that had
 * come about. Rejects when the message could not be sent yet.
 */
export async function pauseDigest(
  channel: string,
  reason: PauseReason,
  tools: PauseTools,
  by = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { subscriptions } = tools.store;
  const subscription = await subscriptions.get(channel);
  if (subscription === undefined || Date.parse(subscription.setUpAt) > by) return;
  const { state } = subscription;
  // Paused by us already: whoever did it may have been killed before it could tell.
  if (state.kind === 'paused' && state.why !== reason) return;
  if (state.kind === 'active') await subscriptions.put({ ...subscription, state: { kind: 'paused', why: reason } });
  await tell(subscription, reason, tools);
}

async function tell({ channel, setUpBy, setUpAt }: Subscription, reason: PauseReason, { delivery }: PauseTools) {
  const { before, channel: named, after } = DIGEST_WORDS.pausedTo;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await delivery.deliver({
      // A digest that goes on again was set up anew: the next pause is told too.
      key: `digest-paused:${channel}:${setUpAt}`,
      to: { channel: setUpBy },
      message: channelNotice(before, { id: channel, text: named(channel) }, after(DIGEST_WORDS.reason[reason])),
      since: Date.parse(setUpAt),
    });
    if (outcome.kind !== 'pending') return;
    if (attempt === MOST_ATTEMPTS) throw new Unfinished(`the pause of a digest could not be told: ${outcome.why}`);
    await sleep(Math.min(outcome.inMs, LONGEST_WAIT_MS));
  }
}
