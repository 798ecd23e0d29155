import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { DATA_FOLDER } from '../../record/ledger.ts';
import type { LiveRecord } from '../../record/live-record.ts';
import type { ClaimVersion, Store } from '../../store/store.ts';
import type { Delivery } from '../delivery.ts';
import type { Timings } from '../timings.ts';
import {
  CORRECTIONS,
  type Correction,
  correctionKey,
  correctionsIn,
  seriesOfCorrection,
  summaryKey,
} from './correction.ts';
import { createPace } from './pace.ts';
import { propagate } from './propagate.ts';
import { reachOf, summaryMessage } from './summary-message.ts';
import { type Turn, takeTurn } from './turn.ts';

/** Sees to it that whoever was shown a claim that was amended since is told, once, and that messages say so. */
export interface Corrections {
  /** Begins to look for amendments that not everyone has been told of, and goes on doing so. */
  start(): void;
  /** Begins nothing more; resolves when what was begun is done. */
  stop(): Promise<void>;
  /** Told of claims that a place shows: when that is an old version, it is corrected. */
  shown(claims: readonly ClaimVersion[]): void;
}

/** What corrections are made of. */
export interface CorrectionsSetup {
  readonly store: Pick<Store, 'ledger' | 'deliveries' | 'postings'>;
  readonly record: LiveRecord;
  readonly delivery: Pick<Delivery, 'deliver' | 'edit'>;
  readonly metrics: Pick<Metrics, 'corrections'>;
  readonly log: Log;
  readonly timings: Pick<Timings, 'deliveryLease' | 'betweenEdits' | 'lookAgain' | 'tick'>;
}

/** A correction that is not through: what is to be done next, on `performance.now()`. */
interface Open {
  readonly correction: Correction;
  /** When to go over its places next. */
  readonly at: number;
  /** Set once everyone known by then was told: what was posted late is looked for, and then it is through. */
  readonly told?: true;
}

const SHORTEST_WAIT_MS = 100;

/** Corrections over a store and a delivery, not yet started. */
export function createCorrections(setup: CorrectionsSetup): Corrections {
  const { store, record, delivery, metrics, log, timings } = setup;
  const open = new Map<number, Open>();
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const pace = createPace(timings.betweenEdits);
  let wake = new AbortController();
  let stopListening = () => {};
  let running: Promise<void> | undefined;

  function take(corrections: readonly Correction[]): void {
    if (corrections.length === 0) return;
    for (const correction of corrections) {
      open.set(correction.amendment.seq, { correction, at: performance.now() });
    }
    wake.abort();
  }

  async function takeAll(): Promise<void> {
    const through = new Set((await store.deliveries.settledIn(CORRECTIONS)).map(({ key }) => key));
    take(correctionsIn(record.dossiers).filter(({ amendment }) => !through.has(correctionKey(amendment.seq))));
  }

  /** Goes over what is due, the newest first. Gives how long nothing has to be done then, in ms. */
  async function round(): Promise<number> {
    const due = dueNow();
    if (due.length === 0) return untilNext();
    const taken = await takeTurn(store.deliveries, timings.deliveryLease);
    if (taken.kind === 'held') return Math.max(SHORTEST_WAIT_MS, Math.min(taken.forMs, timings.tick));
    try {
      await catchUp();
      await leaveOutThrough();
      for (const { correction, told } of dueNow()) {
        if (isStopping() || !(await taken.turn.keep())) return SHORTEST_WAIT_MS;
        await goOver(correction, told === true, taken.turn);
      }
    } finally {
      await taken.turn.end();
    }
    return untilNext();
  }

  /** The instance that had the turn before may have known of more than this one: no message is taken back. */
  async function catchUp(): Promise<void> {
    const ahead = await store.ledger.read({ after: record.place });
    const last = ahead.at(-1);
    if (last) await record.reached(last.seq);
  }

  /** Another instance may have got through with some. */
  async function leaveOutThrough(): Promise<void> {
    const through = new Set((await store.deliveries.settledIn(CORRECTIONS)).map(({ key }) => key));
    for (const [seq, { told }] of open) if (told && through.has(correctionKey(seq))) open.delete(seq);
  }

  async function goOver(correction: Correction, told: boolean, turn: Turn): Promise<void> {
    const { seq } = correction.amendment;
    const newest = newestOf(correction);
    if (newest && newest.amendment.seq > seq) {
      // Whoever was shown what this one amended is told by the newest of what stands now.
      await finishBegun(correction);
      if (told) return getThrough(correction, `overtaken by ${newest.amendment.seq}`);
      open.set(seq, { correction, at: performance.now() + timings.lookAgain, told: true });
      return;
    }
    const before = open.get(seq);
    // What was posted late while this went on has woken it: that is not to be forgotten.
    const later = (next: Open) => open.get(seq) === before && open.set(seq, next);
    const pass = await propagate(correction, { store, record, delivery, turn, pace, isStopping, metrics, log });
    if (pass.pendingMs !== undefined) {
      later({ correction, at: performance.now() + pass.pendingMs });
      return;
    }
    if (told && pass.reached === 0) return getThrough(correction);
    const summed = await sumUp(correction);
    later({
      correction,
      at: performance.now() + (summed ? timings.lookAgain : SHORTEST_WAIT_MS),
      ...(summed ? { told: true } : {}),
    });
  }

  function newestOf({ dossier, claim }: Correction): Correction | undefined {
    const amendment = record.dossiers
      .find(({ slug }) => slug === dossier)
      ?.amendments.get(claim)
      ?.at(-1);
    return amendment && { dossier, claim, amendment };
  }

  /** Sends what was begun and may be there already: what nobody recorded, no later correction would reach. */
  async function finishBegun({ amendment }: Correction): Promise<void> {
    const prefix = `${correctionKey(amendment.seq)}:`;
    const begun = (await store.deliveries.unsettled()).filter(({ key }) => key.startsWith(prefix));
    for (const { key } of begun) {
      const [, , what, place = '', thread] = key.split(':');
      if (what !== 'thread' && what !== 'person') continue;
      await delivery.deliver({
        key,
        series: seriesOfCorrection(amendment.seq),
        to: { channel: place, ...(thread === undefined ? {} : { thread }) },
        // Stands in for what its first attempt stored.
        message: summaryMessage({ dossier: '', claim: '', amendment }, reachOf(amendment.seq, [])),
        since: Date.parse(amendment.at),
      });
    }
  }

  /** Tells the editor how far it reached; false when that is to be tried again. */
  async function sumUp(correction: Correction): Promise<boolean> {
    const { seq, by, at } = correction.amendment;
    const series = seriesOfCorrection(seq);
    const settled = await store.deliveries.settledIn(series);
    const reach = reachOf(seq, settled);
    const { edited, threads, people, unreached } = reach;
    log.info({ seq, edited, threads, people, unreached: Object.fromEntries(unreached) }, 'a correction has been told');
    const key = summaryKey(seq);
    if (by === DATA_FOLDER || settled.some((one) => one.key === key)) return true;
    const message = summaryMessage(correction, reach);
    const outcome = await delivery.deliver({ key, series, to: { channel: by }, message, since: Date.parse(at) });
    return outcome.kind !== 'pending';
  }

  async function getThrough({ dossier, claim, amendment }: Correction, overtaken?: string): Promise<void> {
    const key = correctionKey(amendment.seq);
    const detail = { dossier, claim, by: amendment.by };
    await store.deliveries.claim({ key, series: CORRECTIONS, detail, leaseMs: timings.deliveryLease });
    await store.deliveries.settle(key, { kind: 'dropped', why: overtaken ?? 'everyone was told' });
    open.delete(amendment.seq);
  }

  function dueNow(): readonly Open[] {
    const now = performance.now();
    return [...open.values()]
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => b.correction.amendment.seq - a.correction.amendment.seq);
  }

  function untilNext(): number {
    const next = Math.min(...[...open.values()].map(({ at }) => at));
    return Math.max(0, next - performance.now());
  }

  async function run(): Promise<void> {
    let isLoaded = false;
    while (!isStopping()) {
      let wait = timings.tick;
      try {
        if (!isLoaded) await takeAll();
        isLoaded = true;
        wait = Math.min(await round(), timings.tick);
      } catch (err) {
        log.error({ err }, 'corrections could not go on; they are tried again');
      }
      if (wake.signal.aborted) wake = new AbortController();
      else await sleep(wait, undefined, { signal: AbortSignal.any([wake.signal, stopping.signal]) }).catch(() => {});
      if (wake.signal.aborted) wake = new AbortController();
    }
  }

  return {
    start() {
      stopListening = record.onChange((entries) => {
        const added = new Set(entries.map(({ seq }) => seq));
        take(correctionsIn(record.dossiers).filter(({ amendment }) => added.has(amendment.seq)));
      });
      running ??= run();
    },
    async stop() {
      stopListening();
      stopping.abort();
      await running;
    },
    shown(claims) {
      const late = claims.flatMap(({ dossier, claim, version }) => {
        const amendment = record.dossiers
          .find(({ slug }) => slug === dossier)
          ?.amendments.get(claim)
          ?.at(-1);
        return amendment && amendment.seq > version ? [{ dossier, claim, amendment }] : [];
      });
      take(late);
    },
  };
}
