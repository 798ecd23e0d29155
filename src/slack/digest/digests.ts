import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Subscription } from '../../digest/subscription.ts';
import type { Log } from '../../log.ts';
import type { LiveRecord } from '../../record/live-record.ts';
import { createRecordHistory } from '../../record/record-history.ts';
import type { Store } from '../../store/store.ts';
import type { Delivery } from '../delivery.ts';
import { upTo } from '../up-to.ts';
import { dropEdition } from './drop-edition.ts';
import { askedKey } from './edition-job.ts';
import { pauseDigest } from './pause-digest.ts';
import { type EditionOutcome, type PublishTools, publishEdition } from './publish-edition.ts';
import { type RoundTools, runRound } from './run-round.ts';
import type { PauseReason } from './words.ts';

/** The digests of all channels: sent by the clock, and at once when someone asks. */
export interface Digests {
  /** Sends a channel's edition now, to whoever asked (`by`). The same `request` again is the same edition. */
  publishNow(subscription: Subscription, request: string, by: string): Promise<EditionOutcome>;
  /**
   * Pauses a channel's digest because Dateline can no longer post there, and tells who set it up; unless it was set up
   * after that came about, at or before `by` (ms since 1970).
   */
  pause(channel: string, reason: PauseReason, by?: number): Promise<void>;
  /** Begins to look, now and then, for what is due. */
  start(): void;
  /** Begins nothing more; resolves when what was begun is done. */
  stop(): Promise<void>;
}

/** What digests are made of. */
export interface DigestsSetup {
  readonly store: Pick<Store, 'subscriptions' | 'deliveries'>;
  readonly delivery: Pick<Delivery, 'deliver' | 'withdraw'>;
  readonly record: LiveRecord;
  readonly log: Log;
  /** The present. */
  readonly now: () => Temporal.Instant;
  /** How long an edition on its way belongs to one instance, in ms. */
  readonly leaseMs: number;
  /** How often to look for what is due, in ms. */
  readonly tickMs: number;
}

const MOST_KEYS = 50_000;
/** What Slack or another instance holds up is not asked for more often than this, in ms. */
const SHORTEST_WAIT_MS = 250;

/** Digests over a store and a delivery, not yet started. */
export function createDigests(setup: DigestsSetup): Digests {
  const { store, delivery, record, log, now, leaseMs, tickMs } = setup;
  const pauseTools = { store, delivery };
  const publishTools: PublishTools = {
    deliveries: store.deliveries,
    delivery,
    history: createRecordHistory(record),
    onClosed: ({ channel }, why) => pauseDigest(channel, reasonOf(why), pauseTools),
    leaseMs,
    log,
  };
  const stopping = new AbortController();
  const roundTools: RoundTools = {
    store,
    now,
    publish: (request) => publishEdition(request, publishTools),
    drop: (edition) => dropEdition(edition, publishTools),
    settled: settledKeys(),
    report: (err, key) => log.error({ err, key }, 'an edition could not be published; it is tried again'),
    isStopping: () => stopping.signal.aborted,
  };
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const soonest = await runRound(roundTools).catch((err) => {
        log.error({ err }, 'the digests that are due could not be looked up');
        return tickMs;
      });
      const wait = Math.min(tickMs, Math.max(soonest, SHORTEST_WAIT_MS));
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  return {
    publishNow: (subscription, request, by) =>
      publishEdition(
        {
          key: askedKey(subscription.channel, request),
          subscription,
          today: now().toZonedDateTimeISO(subscription.zone).toPlainDate().toString(),
          dueAt: now().toString(),
          asked: true,
          askedBy: by,
        },
        publishTools,
      ),
    pause: (channel, reason, by) => pauseDigest(channel, reason, pauseTools, by),
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function settledKeys(): RoundTools['settled'] {
  const keys = new LRUCache<string, true>(upTo(MOST_KEYS));
  return { has: (key) => keys.has(key), add: (key) => keys.set(key, true) };
}

function reasonOf(why: string): PauseReason {
  if (why === 'is_archived') return 'archived';
  return why === 'not_in_channel' || why === 'channel_not_found' ? 'left' : 'closed';
}
