import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { LiveRecord } from '../../record/live-record.ts';
import type { ClaimVersion, Json, Outcome, Place, Shown, Store } from '../../store/store.ts';
import type { Message } from '../blocks/message.ts';
import type { Kept } from '../blocks/message-source.ts';
import { versionsShown } from '../corrections/versions-shown.ts';

/** Writes to the store how deliveries ended, and keeps trying while the store cannot be reached. */
export interface Records {
  /** What is kept of a message: what it shows, and in which versions. To be asked before it is sent. */
  keep(message: Message): Kept;
  /** Settles a delivery; resolves once it is stored, or after `patienceMs` with the writing still going on. */
  settle(key: string, outcome: Outcome, kept?: Kept): Promise<void>;
  /** Records a place that shows what is kept, outside of any delivery. */
  record(place: Place, kept: Kept): void;
  /** Resolves when nothing is left to write. */
  written(): Promise<void>;
}

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 10_000;
const CLAIM_MS = 60_000;
// Each batch costs a commit, whatever its size.
const BETWEEN_BATCHES_MS = 250;

/** What records are made with. */
export interface RecordsSetup {
  readonly log: Log;
  /** How long a settling may hold up the next message in its channel, in ms. */
  readonly patienceMs: number;
  /** Told of claims that a place shows, once that is stored. */
  readonly onShown?: ((claims: readonly ClaimVersion[]) => void) | undefined;
}

/** Records over the store, by the record's versions. */
export function createRecords(
  { deliveries, postings }: Pick<Store, 'deliveries' | 'postings'>,
  record: Pick<LiveRecord, 'dossiers' | 'versionOf'>,
  { log, patienceMs, onShown = () => {} }: RecordsSetup,
): Records {
  const writing = new Set<Promise<void>>();

  function write(what: string, action: () => Promise<unknown>): Promise<void> {
    return track(persist(what, action));
  }

  function track(written: Promise<void>): Promise<void> {
    const tracked = written.finally(() => writing.delete(tracked));
    writing.add(tracked);
    return tracked;
  }

  async function persist(what: string, action: () => Promise<unknown>): Promise<void> {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(2 * wait, LAST_RETRY_MS)) {
      try {
        await action();
        return;
      } catch (err) {
        if ((err as { code?: string }).code === 'store-closed') return log.error({ what }, 'not recorded');
        log.warn({ err, what, wait }, 'the store could not be written; trying again');
      }
      await sleep(wait, undefined, { ref: false });
    }
  }

  let waiting: Shown[] = [];
  let isWriting = false;

  /** Writes what people were shown, all at once what came while the last of it was written: a busy hour costs no more. */
  async function writeShown(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await persist('what people were shown', () => postings.show(batch));
      for (const { claims } of batch) onShown(claims);
      await sleep(BETWEEN_BATCHES_MS, undefined, { ref: false });
    }
    isWriting = false;
  }

  async function settle(key: string, outcome: Outcome, kept?: Kept): Promise<void> {
    const source = kept?.source && (kept as unknown as Json);
    await deliveries.settle(key, outcome, source);
    if (outcome.kind === 'posted' && outcome.claims.length > 0) onShown(outcome.claims);
  }

  return {
    keep: createKeep(record),
    async settle(key, outcome, kept) {
      const written = write(key, () => settle(key, outcome, kept));
      const patience = new AbortController();
      await Promise.race([written, sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => {})]);
      patience.abort();
    },
    record(place, kept) {
      const { claims } = kept;
      if (claims.length === 0) return;
      if (place.kind === 'private') {
        waiting.push({ place, claims });
        if (!isWriting) track(writeShown());
        return;
      }
      const key = `shown:${randomUUID()}`;
      void write(key, async () => {
        await deliveries.claim({ key, detail: null, leaseMs: CLAIM_MS });
        await settle(key, { kind: 'posted', place, claims }, kept);
      });
    },
    async written() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}

/** Keeps a message that comes again as before, as long as the record has the same claims in the same versions. */
function createKeep(record: Pick<LiveRecord, 'dossiers' | 'versionOf'>): Records['keep'] {
  const known = new WeakMap<
    Message,
    { readonly kept: Kept; readonly of: object; readonly newest: readonly number[] }
  >();
  return (message) => {
    const { dossiers } = record;
    const before = known.get(message);
    if (before?.of === dossiers && before.kept.claims.every((ref, n) => record.versionOf(ref) === before.newest[n]))
      return before.kept;
    const claims = versionsShown(message, record);
    const kept = { claims, ...(message.source ? { source: message.source } : {}) };
    known.set(message, { kept, of: dossiers, newest: claims.map((ref) => record.versionOf(ref)) });
    return kept;
  };
}
