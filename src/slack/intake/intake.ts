import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Inbox, Json } from '../../store/store.ts';
import type { Message } from '../blocks/message.ts';
import type { Timings } from '../timings.ts';
import { upTo } from '../up-to.ts';
import type { Work } from '../work.ts';

/** A kind of work that Slack hands over, kept in the store until it is done. */
export interface Kind<W> {
  /** For the store and the log: "app_mention". */
  readonly name: string;
  /** Reads the work back from the store; what is in it has to survive JSON. */
  readonly schema: z.ZodType<W>;
  /** Does it. May be called again for the same key, after a crash or an `Unfinished`: what it sends has to be a parcel. */
  readonly run: (work: W, key: string, log: Log) => Promise<void>;
  /** Tells the person that it failed. */
  readonly tell: (message: Message, work: W, key: string) => Promise<unknown>;
}

/**
 * Accepts work. Resolves when Slack may be told so: the work is in the store, or the store is slow and the work is
 * kept in memory until it is. What was accepted before under its key is dropped, here or on any instance.
 */
export type Take<W> = (key: string, work: W) => Promise<void>;

/** Everything that Slack hands over for an answer: accepted once, done once, crashes survived. */
export interface Intake {
  /** Registers a kind of work before `start`. */
  register<W>(kind: Kind<W>): Take<W>;
  /** Takes up what a crash left undone, now and from time to time. */
  start(): void;
  /** Takes up nothing more. */
  stop(): void;
  /** How much of what was accepted is in memory alone, because the store could not be reached. */
  unstored(): number;
}

/** What an intake is made of. */
export interface IntakeSetup {
  readonly inbox: Inbox;
  readonly work: Work;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly timings: Pick<Timings, 'acknowledge' | 'workLease' | 'resume'>;
}

interface Accepted {
  readonly key: string;
  readonly kind: string;
  readonly work: Json;
}

const REMEMBERED_MS = 15 * 60 * 1000;
const MOST_KEYS = 100_000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5000;
// With the usual lease, ten minutes: an answer that comes later helps nobody, and may be what crashes us.
const MOST_ATTEMPTS = 40;
const MOST_AT_ONCE = 8;

/** An intake over a store's inbox. */
export function createIntake({ inbox, work, metrics, log, timings }: IntakeSetup): Intake {
  const kinds = new Map<string, Kind<unknown>>();
  // What this process has been handed, though the store may not know of it yet.
  const handed = new LRUCache<string, true>({ ...upTo(MOST_KEYS), ttl: REMEMBERED_MS });
  const running = new Set<string>();
  let unstored = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function take(accepted: Accepted): Promise<void> {
    if (handed.has(accepted.key)) return metrics.duplicates.inc();
    handed.set(accepted.key, true);
    const stored = store(accepted);
    work.track(
      stored.then((isNew) => {
        if (isNew) return run(accepted);
        metrics.duplicates.inc();
      }),
    );
    const patience = new AbortController();
    const enough = sleep(timings.acknowledge, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([stored, enough]).finally(() => patience.abort());
  }

  /** Puts work into the store, however long that takes; false if it was there. */
  async function store({ key, kind, work }: Accepted): Promise<boolean> {
    unstored += 1;
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(2 * wait, LAST_RETRY_MS)) {
      try {
        const isNew = await inbox.accept(key, { kind, work }, timings.workLease);
        unstored -= 1;
        return isNew;
      } catch (err) {
        log.error({ err, key, wait }, 'accepted work could not be stored; it is kept in memory');
      }
      await sleep(wait);
    }
  }

  async function run({ key, kind: name, work: content }: Accepted): Promise<void> {
    const kind = kinds.get(name);
    const parsed = kind?.schema.safeParse(content);
    if (!kind || !parsed?.success) {
      log.error({ key, kind: name }, 'accepted work is of no kind that this version knows');
      return finish(key);
    }
    running.add(key);
    const job = { name, tell: (message: Message) => kind.tell(message, parsed.data, key) };
    const end = await work.run(job, (requestLog) => kind.run(parsed.data, key, requestLog.child({ key })));
    running.delete(key);
    if (end !== 'unfinished') await finish(key);
  }

  // Left unfinished, it is taken up again, and what it sent is found to be there.
  async function finish(key: string): Promise<void> {
    await inbox.finish(key).catch((err) => log.warn({ err, key }, 'finished work could not be marked as such'));
  }

  async function resume(): Promise<void> {
    while (!stopped && running.size < MOST_AT_ONCE) {
      const found = await inbox.claim(timings.workLease);
      if (!found) return;
      const { event: key, attempt } = found;
      // Still being done here: claiming it has prolonged the lease.
      if (running.has(key)) continue;
      const { kind, work: content } = found.work as unknown as Accepted;
      if (attempt > MOST_ATTEMPTS) {
        log.error({ key, kind, attempt }, 'accepted work was given up');
        await finish(key);
        continue;
      }
      log.info({ key, kind, attempt }, 'taking up work that was left undone');
      work.track(run({ key, kind, work: content }));
    }
  }

  async function resumeAgainAndAgain(): Promise<void> {
    await resume().catch((err) => log.warn({ err }, 'the store could not be asked for work that was left undone'));
    if (!stopped) timer = setTimeout(resumeAgainAndAgain, timings.resume).unref();
  }

  return {
    register<W>(kind: Kind<W>) {
      kinds.set(kind.name, kind as Kind<unknown>);
      return (key: string, content: W) => take({ key, kind: kind.name, work: content as Json });
    },
    start: () => void resumeAgainAndAgain(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    unstored: () => unstored,
  };
}
