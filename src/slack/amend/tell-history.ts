import { claimHistory } from '../../desk/claim-history.ts';
import type { ToldHistory } from '../blocks/history-blocks.ts';
import type { ClaimRef } from '../blocks/message.ts';
import type { Dependencies } from '../dependencies.ts';

/** Reads a claim's history with what its amendments reached; nothing for a claim that the record never held. */
export function createTellHistory({ record, store }: Pick<Dependencies, 'record' | 'store'>) {
  return async (ref: ClaimRef): Promise<ToldHistory | undefined> => {
    const dossierOf = record.dossiers.find(({ slug }) => slug === ref.dossier);
    const steps = claimHistory(record.entries, ref);
    if (dossierOf === undefined || steps.length === 0) return undefined;
    const shown = (await store.postings.of(ref)).filter(({ place }) => place.kind === 'message');
    const reached = new Map(
      steps.map(({ seq, at }) => {
        const before = shown.filter((posting) => posting.at < at);
        return [seq, { all: before.length, reached: before.filter(({ version }) => version >= seq).length }];
      }),
    );
    return { ...ref, dossierOf, steps, reached };
  };
}
