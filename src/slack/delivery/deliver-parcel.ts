import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Claim, Deliveries, Json, Outcome } from '../../store/store.ts';
import type { Message } from '../blocks/message.ts';
import { type Kept, readKept } from '../blocks/message-source.ts';
import { renderSource } from '../blocks/render-source.ts';
import type { Parcel, ParcelOutcome, Place } from '../delivery.ts';
import type { ChannelLanes, Lane } from './channel-lanes.ts';
import { deliveryMark } from './delivery-mark.ts';
import { messageBody } from './message-body.ts';
import { type PostEnd, type PostTools, postOnce } from './post-once.ts';
import { isNoAccess } from './read-failure.ts';
import type { Records } from './record-postings.ts';

/** The tools for delivering parcels. */
export interface ParcelTools extends PostTools {
  readonly deliveries: Pick<Deliveries, 'claim' | 'release'>;
  readonly lanes: ChannelLanes;
  /** Attempts, by key, up to which nothing was posted for certain. */
  readonly unposted: { get(key: string): number | undefined; set(key: string, attempt: number): unknown };
  readonly records: Records;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly leaseMs: number;
}

type Claimed = Extract<Claim, { kind: 'claimed' }>;

/** How soon a store that could not be reached is asked again, in ms. */
export const STORE_RETRY_MS = 1000;
/** How soon an app that Slack refuses tries again, in ms. */
const MENDING_MS = 30_000;
const MOST_CLAIMS = 4;
const ASKED_TO_WAIT = 'Slack asks to wait';

/**
 * Delivers a parcel to a channel by the protocol of `Deliveries`: claim the key; from the second attempt on look in
 * Slack first; begin to post only in the first half of the lease; settle. The first attempt's message stands for every
 * later one: it may be there already, and what is recorded has to be what it shows.
 */
export async function deliverParcel(parcel: Parcel, place: Place, tools: ParcelTools): Promise<ParcelOutcome> {
  const { deliveries, lanes, unposted, records, leaseMs, log } = tools;
  const { key, series, message: given, patienceMs = Number.POSITIVE_INFINITY } = parcel;
  const wait = lanes.freeInMs(place.channel);
  if (wait > patienceMs) return { kind: 'pending', inMs: wait, why: ASKED_TO_WAIT };
  // Now: what the record says when the message has waited for its turn, it does not show.
  const kept = records.keep(given);
  const shown = kept.claims.length > 0 ? { shown: kept as unknown as Json } : {};
  return lanes.run(place.channel, async (lane) => {
    for (let claims = 1; claims <= MOST_CLAIMS; claims += 1) {
      let claim: Claim;
      try {
        claim = await deliveries.claim({
          key,
          detail: null,
          leaseMs,
          ...shown,
          ...(series === undefined ? {} : { series }),
        });
      } catch (err) {
        log.warn({ err, key }, 'the store could not be asked for a delivery');
        return { kind: 'pending', inMs: STORE_RETRY_MS, why: 'store' };
      }
      if (claim.kind === 'settled') return alreadySettled(claim.outcome, tools);
      if (claim.kind === 'held') return { kind: 'pending', inMs: claim.forMs, why: 'held' };
      const outcome = await attempt(claim, isInDoubt(key, claim, tools), lane);
      if (outcome) return outcome;
    }
    return { kind: 'pending', inMs: lane.freeInMs(), why: ASKED_TO_WAIT };
  });

  /** Nothing when the attempt was late for certain and can be made again. */
  async function attempt(claim: Claimed, inDoubt: boolean, lane: Lane): Promise<ParcelOutcome | undefined> {
    const { since, isRemade } = parcel;
    const first = claim.attempt > 1 ? readKept(claim.shown) : undefined;
    const message: Message = first?.source && !isRemade ? renderSource(first.source) : given;
    const { postBefore } = claim;
    const end = await postOnce(
      { ...place, since, body: messageBody(message), mark: deliveryMark(key), inDoubt, postBefore, patienceMs },
      lane,
      tools,
    );
    if (end.kind !== 'late' && end.kind !== 'app-refused') return concluded(end, parcel, place, tools, first ?? kept);
    unposted.set(key, claim.attempt);
    await deliveries.release(key, claim.attempt).catch((err) => log.warn({ err, key }, 'could not end a lease'));
    if (end.kind === 'app-refused') {
      log.error({ key, why: end.why }, 'Slack refuses the app: a message waits until that is mended');
      return { kind: 'pending', inMs: MENDING_MS, why: end.why };
    }
    if (end.inMs === 0) return { kind: 'pending', inMs: STORE_RETRY_MS, why: 'Slack cannot be reached' };
    if (lane.freeInMs() > patienceMs) return { kind: 'pending', inMs: lane.freeInMs(), why: ASKED_TO_WAIT };
    await lane.free();
    return undefined;
  }
}

/** Whether an earlier attempt may have posted it. */
export function isInDoubt(key: string, { attempt }: Claimed, { unposted }: Pick<ParcelTools, 'unposted'>): boolean {
  // Our own may not, unless someone else had it since.
  return attempt !== (unposted.get(key) ?? 0) + 1;
}

/** Settles and counts what became of it. */
export async function concluded(
  end: Exclude<PostEnd, { kind: 'late' | 'app-refused' }>,
  { key, due }: Pick<Parcel, 'key' | 'due'>,
  { channel, thread }: Place,
  { records, metrics, log, leaseMs }: ParcelTools,
  kept: Kept,
): Promise<ParcelOutcome> {
  if (end.kind === 'posted') {
    metrics.deliveries.inc({ outcome: end.found ? 'found' : 'posted' });
    if (due !== undefined) metrics.lateness.observe(Math.max(0, Number(end.ts) * 1000 - due) / 1000);
    const place = { kind: 'message', channel, ts: end.ts, ...(thread === undefined ? {} : { thread }) } as const;
    await records.settle(key, { kind: 'posted', place, claims: kept.claims }, kept);
    return { kind: 'posted', channel, ts: end.ts };
  }
  const { why } = end;
  if (end.kind === 'undecided' && !end.forGood) {
    metrics.deliveries.inc({ outcome: 'undecided' });
    log.warn({ key, channel, why }, 'nobody knows yet whether a message was posted');
    return { kind: 'pending', inMs: leaseMs, why };
  }
  metrics.deliveries.inc({ outcome: 'refused' });
  log.error({ key, channel, why }, 'a message was given up');
  await records.settle(key, { kind: 'dropped', why });
  return { kind: 'refused', why, noAccess: end.kind === 'no-access' };
}

/** What became of a parcel that was settled before. */
export function alreadySettled(outcome: Outcome, { metrics }: Pick<ParcelTools, 'metrics'>): ParcelOutcome {
  metrics.duplicates.inc();
  if (outcome.kind === 'dropped') return { kind: 'refused', why: outcome.why, noAccess: isNoAccess(outcome.why) };
  const { place } = outcome;
  return { kind: 'posted', channel: place.channel, ts: place.kind === 'message' ? place.ts : '' };
}
