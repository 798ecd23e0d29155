import type { Claim } from '../../store/store.ts';
import { readKept } from '../blocks/message-source.ts';
import type { ParcelOutcome, Place, Withdrawn } from '../delivery.ts';
import { alreadySettled, concluded, isInDoubt, type ParcelTools, STORE_RETRY_MS } from './deliver-parcel.ts';
import { deliveryMark } from './delivery-mark.ts';
import { findPosted } from './find-posted.ts';

/**
 * Settles a parcel that is not to be sent any more. It is claimed first, so that nobody posts it meanwhile, and looked
 * for where an attempt may have posted it: what readers have seen has to be on record.
 */
export async function withdrawParcel(
  { key, series, since }: Withdrawn,
  why: string,
  place: Place,
  tools: ParcelTools,
): Promise<ParcelOutcome> {
  const { client, deliveries, records, leaseMs, log } = tools;
  let claim: Claim;
  try {
    claim = await deliveries.claim({ key, detail: null, leaseMs, ...(series === undefined ? {} : { series }) });
  } catch (err) {
    log.warn({ err, key }, 'the store could not be asked for a delivery');
    return { kind: 'pending', inMs: STORE_RETRY_MS, why: 'store' };
  }
  if (claim.kind === 'settled') return alreadySettled(claim.outcome, tools);
  if (claim.kind === 'held') return { kind: 'pending', inMs: claim.forMs, why: 'held' };
  if (isInDoubt(key, claim, tools)) {
    const found = await findPosted(client, { ...place, since }, deliveryMark(key), tools);
    if (found.kind === 'unreadable') return { kind: 'pending', inMs: leaseMs, why: found.why };
    if (found.kind === 'found') {
      const end = { kind: 'posted', ts: found.ts, found: true } as const;
      return concluded(end, { key }, place, tools, readKept(claim.shown) ?? { claims: [] });
    }
  }
  await records.settle(key, { kind: 'dropped', why });
  return { kind: 'refused', why, noAccess: false };
}
