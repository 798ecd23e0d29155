import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { ClaimVersion, Outcome, Place, Shown, Store } from '../../store/store.ts';
import type { ClaimRef, Message } from '../blocks/message.ts';

/** Which version of a claim the record holds: the ledger entry since which it reads as it does. */
export type VersionOf = (claim: ClaimRef) => number;

/** Writes to the store how deliveries ended, and keeps trying while the store cannot be reached. */
export interface Records {
  /** The versions of the claims that a message shows. */
  versions(message: Message): readonly ClaimVersion[];
  /** Settles a delivery; resolves once it is stored, or after `patienceMs` with the writing still going on. */
  settle(key: string, outcome: Outcome): Promise<void>;
  /** Records a place that shows a message, outside of any delivery. */
  record(place: Place, message: Message): void;
  /** Resolves when nothing is left to write. */
  written(): Promise<void>;
}

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 10_000;
const CLAIM_MS = 60_000;

/** `patienceMs`: how long a settling may hold up the next message in its channel. */
export function createRecords(
  { deliveries, postings }: Pick<Store, 'deliveries' | 'postings'>,
  versionOf: VersionOf,
  { log, patienceMs }: { readonly log: Log; readonly patienceMs: number },
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
    }
    isWriting = false;
  }

  const versions = ({ claims = [] }: Message) => claims.map((claim) => ({ ...claim, version: versionOf(claim) }));

  return {
    versions,
    async settle(key, outcome) {
      const written = write(key, () => deliveries.settle(key, outcome));
      const patience = new AbortController();
      await Promise.race([written, sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => {})]);
      patience.abort();
    },
    record(place, message) {
      const claims = versions(message);
      if (claims.length === 0) return;
      if (place.kind === 'private') {
        waiting.push({ place, claims });
        if (!isWriting) track(writeShown());
        return;
      }
      const key = `shown:${randomUUID()}`;
      void write(key, async () => {
        await deliveries.claim({ key, detail: null, leaseMs: CLAIM_MS });
        await deliveries.settle(key, { kind: 'posted', place, claims });
      });
    },
    async written() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}
