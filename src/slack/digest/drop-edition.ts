import type { Subscription } from '../../digest/subscription.ts';
import { channelNotice } from '../blocks/channel-notice.ts';
import { type EditionDetail, partKey, partSeriesOf } from './edition-job.ts';
import { type EditionOutcome, type PublishTools, publishEdition } from './publish-edition.ts';
import { DIGEST_WORDS } from './words.ts';

/** An edition that was begun and is not to be sent any more. */
export interface Overtaken {
  readonly key: string;
  readonly detail: EditionDetail;
  /** The channel's digest, unless it was ended. */
  readonly subscription: Subscription | undefined;
  readonly why: string;
}

/**
 * Settles an edition that is not to be sent any more. Where its message in the channel is there all the same, it is
 * finished: readers were told how many items follow, and the next edition begins where it ends.
 */
export async function dropEdition(
  { key, detail, subscription, why }: Overtaken,
  tools: PublishTools,
): Promise<EditionOutcome> {
  const { deliveries, delivery, log } = tools;
  const { channel, decidedAt, today, dueAt, askedBy } = detail;
  const main = await delivery.withdraw(
    { key: partKey(key, 0), series: partSeriesOf(channel), to: { channel }, since: Date.parse(decidedAt) },
    why,
  );
  if (main.kind === 'pending') return main;
  if (main.kind === 'refused') {
    if (askedBy !== undefined) {
      const { before, channel: named, after } = DIGEST_WORDS.nowDropped;
      const told = await delivery.deliver({
        key: `edition-dropped:${key}`,
        to: { channel: askedBy },
        message: channelNotice(before, { id: channel, text: named(channel) }, after),
        since: Date.parse(decidedAt),
      });
      if (told.kind === 'pending') return told;
    }
    log.warn({ key, why: main.why }, 'an edition was dropped');
    await deliveries.settle(key, { kind: 'dropped', why: main.why });
    return { kind: 'dropped' };
  }
  if (subscription) return publishEdition({ key, subscription, today, dueAt }, tools);
  const { ts } = main;
  await deliveries.settle(key, { kind: 'posted', place: { kind: 'message', channel, ts }, claims: [] });
  return { kind: 'posted', channel, ts };
}
