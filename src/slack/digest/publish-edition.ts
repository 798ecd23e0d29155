import { decideEdition } from '../../digest/decide-edition.ts';
import type { Edition } from '../../digest/edition.ts';
import type { Subscription } from '../../digest/subscription.ts';
import type { Log } from '../../log.ts';
import type { RecordHistory } from '../../record/record-history.ts';
import type { Deliveries, Outcome } from '../../store/store.ts';
import { editionMessages } from '../blocks/edition-messages.ts';
import type { Message } from '../blocks/message.ts';
import type { Delivery, ParcelOutcome, Place } from '../delivery.ts';
import { type EditionDetail, editionDetailSchema, knownUpTo, partKey, partSeriesOf, seriesOf } from './edition-job.ts';

/** An edition that is to be sent, under its key. */
export interface EditionRequest {
  readonly key: string;
  readonly subscription: Subscription;
  /** The channel's local day. */
  readonly today: string;
  /** When it was due, or asked for: an ISO instant. */
  readonly dueAt: string;
  /** Set when it is so late that its readers are to be told. */
  readonly lateByMs?: number;
  /** Someone asked for it: they are told how the record stands, come what may. */
  readonly asked?: true;
  /** Who: they are told when it is dropped. */
  readonly askedBy?: string;
}

/** What became of an edition. All but `pending` are settled for good. */
export type EditionOutcome =
  | { readonly kind: 'posted'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'nothing-new' }
  /** It was not to be sent any more. */
  | { readonly kind: 'dropped' }
  /** It was settled before, here or on another instance. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'refused'; readonly why: string; readonly noAccess: boolean }
  /** Not settled. To be published again, in so many ms at the earliest. */
  | { readonly kind: 'pending'; readonly inMs: number };

/** What publishing takes. */
export interface PublishTools {
  readonly deliveries: Pick<Deliveries, 'claim' | 'settle' | 'release' | 'latestPosted'>;
  readonly delivery: Pick<Delivery, 'deliver' | 'withdraw'>;
  readonly history: RecordHistory;
  /** Called before an edition is given up because its channel is closed to the bot. */
  readonly onClosed: (subscription: Subscription, why: string) => Promise<void>;
  readonly leaseMs: number;
  readonly log: Log;
}

const NOTHING_NEW = 'nothing new';
/** Editions that may settle in another order than they were begun in: the clock's, and those that people ask for. */
const MOST_OUT_OF_ORDER = 20;
/** Each of a round's editions waits for its channel no longer than this, in ms: others are due too. */
const PATIENCE_MS = 2000;

/**
 * Publishes an edition so that its channel has it once. The edition is claimed first, with what it is made from; each of
 * its messages is a parcel of its own; it is settled when all of them are. Whoever takes it up after a crash makes the
 * same messages, and sends those that are missing.
 */
export async function publishEdition(request: EditionRequest, tools: PublishTools): Promise<EditionOutcome> {
  const { deliveries, leaseMs } = tools;
  const { key, subscription } = request;
  const series = seriesOf(subscription.channel);
  const claim = await deliveries.claim({ key, series, detail: await detailOf(request, tools), leaseMs });
  if (claim.kind === 'settled') return { kind: 'settled' };
  if (claim.kind === 'held') return { kind: 'pending', inMs: claim.forMs };
  const detail = editionDetailSchema.parse(claim.detail);
  const edition = await editionOf(detail, tools.history);
  if (edition === undefined) {
    await deliveries.settle(key, { kind: 'dropped', why: NOTHING_NEW });
    return { kind: 'nothing-new' };
  }
  const sent = await sendAll(request, detail, edition, tools);
  switch (sent.kind) {
    case 'pending':
      await deliveries.release(key, claim.attempt);
      return { kind: 'pending', inMs: sent.inMs };
    case 'refused':
      // In this order: a crash in between is made up for by whoever takes the edition up.
      if (sent.noAccess) await tools.onClosed(subscription, sent.why);
      await deliveries.settle(key, { kind: 'dropped', why: sent.why });
      return sent;
    case 'posted': {
      const { channel, ts } = sent;
      const outcome: Outcome = { kind: 'posted', place: { kind: 'message', channel, ts }, claims: [] };
      await deliveries.settle(key, outcome);
      return sent;
    }
  }
}

async function detailOf(request: EditionRequest, { deliveries, history }: PublishTools): Promise<EditionDetail> {
  const { subscription, today, dueAt, asked, askedBy } = request;
  const { channel, topics, quietDay } = subscription;
  const since = knownUpTo(await deliveries.latestPosted(seriesOf(channel), MOST_OUT_OF_ORDER));
  return {
    channel,
    ...(since === undefined ? {} : { since }),
    until: history.head(),
    today,
    topics,
    quietDay: asked ? 'say' : quietDay,
    dueAt,
    ...(askedBy === undefined ? {} : { askedBy }),
    // Not the clock that editions are due by: this one is compared with Slack's.
    decidedAt: new Date().toISOString(),
  };
}

async function editionOf(detail: EditionDetail, history: RecordHistory): Promise<Edition | undefined> {
  const { since, until, today, topics, quietDay } = detail;
  const before = since === undefined ? undefined : await history.at(since);
  const decision = decideEdition(before, await history.at(until), {
    today,
    topics,
    quietDay,
    entries: since === undefined ? [] : await history.between(since, until),
  });
  return decision.kind === 'edition' ? decision.edition : undefined;
}

/** Sends the messages in order, those in the thread after the one that they hang from. */
async function sendAll(
  request: EditionRequest,
  detail: EditionDetail,
  edition: Edition,
  { delivery, log }: PublishTools,
): Promise<ParcelOutcome> {
  const { key, asked, dueAt, lateByMs } = request;
  const { channel, decidedAt } = detail;
  const { main, thread } = editionMessages(edition, lateByMs);
  const send = (part: number, message: Message, place: Place, due = {}) =>
    delivery.deliver({
      key: partKey(key, part),
      series: partSeriesOf(channel),
      to: place,
      message,
      since: Date.parse(decidedAt),
      isRemade: true,
      patienceMs: PATIENCE_MS,
      ...due,
    });
  const first = await send(0, main, { channel }, asked ? {} : { due: Date.parse(dueAt) });
  if (first.kind !== 'posted') return first;
  for (const [place, message] of thread.entries()) {
    const next = await send(place + 1, message, { channel, thread: first.ts });
    if (next.kind === 'pending') return next;
    // The message in the channel is there and says how many items should follow; nothing can be mended by waiting.
    if (next.kind === 'refused')
      log.error({ key, part: place + 1, why: next.why }, 'the rest of an edition was refused');
  }
  return first;
}
