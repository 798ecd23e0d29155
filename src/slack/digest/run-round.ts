import { isDue } from '../../digest/is-due.ts';
import type { Subscription } from '../../digest/subscription.ts';
import type { Store } from '../../store/store.ts';
import { dueKey, editionDetailSchema, readKey } from './edition-job.ts';
import { dropEdition, type EditionOutcome, type EditionRequest } from './publish-edition.ts';

/** What a round takes. */
export interface RoundTools {
  readonly store: Pick<Store, 'subscriptions' | 'deliveries'>;
  /** The present. */
  readonly now: () => Temporal.Instant;
  readonly publish: (request: EditionRequest) => Promise<EditionOutcome>;
  /** Keys that need not be asked about again. */
  readonly settled: { has(key: string): boolean; add(key: string): unknown };
  readonly report: (fault: unknown, key: string) => void;
  /** Whether to begin nothing more. */
  readonly isStopping: () => boolean;
}

/** Editions on their way at once: Slack takes some 50 a minute over all channels, and one a second in each. */
const AT_ONCE = 8;
/** An edition that someone asked for is sent late by this at most, in ms: later it would surprise them. */
const ASKED_FOR_MS = 15 * 60 * 1000;

/**
 * Publishes every edition that is due, and finishes or drops those that a crash left behind. Gives how soon another
 * round has something to do, in ms; infinity when that depends on the clock alone.
 */
export async function runRound(tools: RoundTools): Promise<number> {
  const { store, settled, now, publish, report, isStopping } = tools;
  const subscriptions = await store.subscriptions.all();
  const at = now();
  const due = subscriptions.flatMap((subscription) => dueOf(subscription, at) ?? []);
  const requests = new Map(due.filter(({ key }) => !settled.has(key)).map((request) => [request.key, request]));
  for (const left of await leftBehind(tools, subscriptions, at)) {
    if (left.kind === 'overtaken') await dropEdition(left.key, left.why, store.deliveries);
    else if (!requests.has(left.request.key)) requests.set(left.request.key, left.request);
  }
  let soonest = Number.POSITIVE_INFINITY;
  const queue = shuffled([...requests.values()]);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let request = queue.shift(); request && !isStopping(); request = queue.shift()) {
        const { key } = request;
        try {
          const outcome = await publish(request);
          if (outcome.kind === 'pending') soonest = Math.min(soonest, outcome.inMs);
          else settled.add(key);
        } catch (fault) {
          report(fault, key);
        }
      }
    }),
  );
  return soonest;
}

/** In any order: instances that went through the same list would stand in each other's way. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function dueOf(subscription: Subscription, at: Temporal.Instant): EditionRequest | undefined {
  const due = isDue(subscription, at, []);
  if (due.kind === 'not-due') return undefined;
  const { date, dueAt, late, lateByMs } = due;
  return {
    key: dueKey(subscription.channel, date),
    subscription,
    today: localDay(subscription, at),
    dueAt,
    ...(late ? { lateByMs } : {}),
  };
}

type LeftBehind =
  | { readonly kind: 'overtaken'; readonly key: string; readonly why: string }
  | { readonly kind: 'to-finish'; readonly request: EditionRequest };

/** The editions that were begun and never settled, whose holder is gone, as far as the clock does not bring them back. */
async function leftBehind(
  { store }: RoundTools,
  subscriptions: readonly Subscription[],
  at: Temporal.Instant,
): Promise<readonly LeftBehind[]> {
  const byChannel = new Map(subscriptions.map((subscription) => [subscription.channel, subscription]));
  const unsettled = await store.deliveries.unsettled();
  return unsettled.flatMap(({ key, detail: stored }): LeftBehind[] => {
    const read = readKey(key);
    const parsed = editionDetailSchema.safeParse(stored);
    if (read === undefined || !parsed.success) return [];
    const { dueAt } = parsed.data;
    const subscription = byChannel.get(read.channel);
    if (subscription === undefined) return [{ kind: 'overtaken', key, why: 'the digest was ended' }];
    if (read.kind === 'asked') {
      if (at.epochMilliseconds - Date.parse(dueAt) > ASKED_FOR_MS) return [{ kind: 'overtaken', key, why: 'too late' }];
      return [
        {
          kind: 'to-finish',
          request: { key, subscription, today: localDay(subscription, at), dueAt, asked: true },
        },
      ];
    }
    if (subscription.state.kind === 'paused') return [{ kind: 'overtaken', key, why: 'the digest was paused' }];
    if (Date.parse(dueAt) <= Date.parse(subscription.setUpAt)) {
      return [{ kind: 'overtaken', key, why: 'the digest was changed' }];
    }
    const due = isDue(subscription, at, []);
    // Another instance's clock may be ahead: what is not due here yet is left alone.
    const isOvertaken = due.kind === 'due' && due.date > read.date;
    return isOvertaken ? [{ kind: 'overtaken', key, why: 'a later edition is due' }] : [];
  });
}

function localDay({ zone }: Subscription, at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
