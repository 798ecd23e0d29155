import { setTimeout as sleep } from 'node:timers/promises';
import { claimHistory } from '../../desk/claim-history.ts';
import type { ToldHistory } from '../blocks/history-blocks.ts';
import type { ClaimRef } from '../blocks/message.ts';
import type { Dependencies } from '../dependencies.ts';

/** A command waits three seconds for its answer: a history without the counts is better than none. */
const PATIENCE_MS = 1000;

/**
 * Reads a claim's history, with what its amendments reached unless the store is slow to say so; nothing for a claim that
 * the record never held.
 */
export function createTellHistory({ record, store }: Pick<Dependencies, 'record' | 'store'>) {
  return async (ref: ClaimRef): Promise<ToldHistory | undefined> => {
    const dossierOf = record.dossiers.find(({ slug }) => slug === ref.dossier);
    const steps = claimHistory(record.entries, ref);
    if (dossierOf === undefined || steps.length === 0) return undefined;
    const read = store.postings.of({ dossier: ref.dossier, claim: ref.claim }).catch(() => undefined);
    const postings = await Promise.race([read, sleep(PATIENCE_MS, undefined, { ref: false })]);
    const shown = postings?.filter(({ place }) => place.kind === 'message');
    const reached = (shown === undefined ? [] : steps).map(({ seq, at }) => {
      const before = (shown ?? []).filter((posting) => posting.at < at);
      return [seq, { all: before.length, reached: before.filter(({ version }) => version >= seq).length }] as const;
    });
    return { ...ref, dossierOf, steps, reached: new Map(reached) };
  };
}
