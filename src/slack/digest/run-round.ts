import { isDue } from '../../digest/is-due.ts';
import type { Subscription } from '../../digest/subscription.ts';
import type { Store } from '../../store/store.ts';
import type { Overtaken } from './drop-edition.ts';
import { dueKey, editionDetailSchema, readKey } from './edition-job.ts';
import type { EditionOutcome, EditionRequest } from './publish-edition.ts';

/** What a round takes. */
export interface RoundTools {
  readonly store: Pick<Store, 'subscriptions' | 'deliveries'>;
  /** The present. */
  readonly now: () => Temporal.Instant;
  readonly publish: (request: EditionRequest) => Promise<EditionOutcome>;
  readonly drop: (edition: Overtaken) => Promise<EditionOutcome>;
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
  const { store, settled, now, publish, drop, report, isStopping } = tools;
  const subscriptions = await store.subscriptions.all();
  const at = now();
  const due = subscriptions.flatMap((subscription) => {
    try {
      return dueOf(subscription, at) ?? [];
    } catch (fault) {
      report(fault, subscription.channel);
      return [];
    }
  });
  const left = await leftBehind(tools, subscriptions, at);
  const jobs: readonly Job[] = [
    ...left.map((job) =>
      job.kind === 'overtaken'
        ? { channel: job.edition.detail.channel, key: job.edition.key, run: () => dropUnlessThere(job.edition) }
        : jobOf(job.request, publish),
    ),
    ...due.filter(({ key }) => !settled.has(key)).map((request) => jobOf(request, publish)),
  ];
  let soonest = Number.POSITIVE_INFINITY;
  const channels = shuffled([...Map.groupBy(jobs, ({ channel }) => channel).values()]);

  /** A digest that was not among all may be one that only a newer Dateline can read: reading it alone then fails. */
  async function dropUnlessThere(edition: Overtaken): Promise<EditionOutcome> {
    const isEnded = edition.subscription === undefined;
    if (isEnded && (await store.subscriptions.get(edition.detail.channel)))
      return { kind: 'pending', inMs: Number.POSITIVE_INFINITY };
    return drop(edition);
  }

  /** One after the other: an edition begins where the one before it ended, as soon as that is known. */
  async function runAll(own: readonly Job[]): Promise<void> {
    for (const { key, run } of own) {
      const outcome = await run().catch((fault) => report(fault, key));
      if (outcome?.kind === 'pending') soonest = Math.min(soonest, outcome.inMs);
      if (!outcome || outcome.kind === 'pending') return;
      settled.add(key);
      if (isStopping()) return;
    }
  }

  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let own = channels.shift(); own && !isStopping(); own = channels.shift()) await runAll(own);
    }),
  );
  return soonest;
}

interface Job {
  readonly channel: string;
  readonly key: string;
  readonly run: () => Promise<EditionOutcome>;
}

function jobOf(request: EditionRequest, publish: RoundTools['publish']): Job {
  return { channel: request.subscription.channel, key: request.key, run: () => publish(request) };
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
  | { readonly kind: 'overtaken'; readonly edition: Overtaken }
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
    const detail = editionDetailSchema.safeParse(stored).data;
    if (read === undefined || detail === undefined) return [];
    const { dueAt } = detail;
    const subscription = byChannel.get(read.channel);
    const overtaken = (why: string): LeftBehind[] => [
      { kind: 'overtaken', edition: { key, detail, subscription, why } },
    ];
    if (subscription === undefined) return overtaken('the digest was ended');
    if (read.kind === 'asked') {
      if (at.epochMilliseconds - Date.parse(dueAt) > ASKED_FOR_MS) return overtaken('too late');
      const today = localDay(subscription, at);
      return [{ kind: 'to-finish', request: { key, subscription, today, dueAt, asked: true } }];
    }
    if (subscription.state.kind === 'paused') return overtaken('the digest was paused');
    const due = isDue(subscription, at, []);
    // What is not due here, or not any more, is left for its hour: another instance's clock may be ahead, or the digest
    // was set to another hour of the same day.
    return due.kind === 'due' && due.date > read.date ? overtaken('a later edition is due') : [];
  });
}

function localDay({ zone }: Subscription, at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
