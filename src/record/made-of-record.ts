import type { Dossier } from './dossier.ts';
import type { LiveRecord } from './live-record.ts';

/** Gives what is made of a record as it stands then: made when it is first asked for, and again once the record has changed. */
export function madeOfRecord<Made>(
  record: Pick<LiveRecord, 'dossiers'>,
  make: (dossiers: readonly Dossier[]) => Made,
): () => Made {
  let made: { readonly of: readonly Dossier[]; readonly it: Made } | undefined;
  return () => {
    const { dossiers } = record;
    if (made?.of !== dossiers) made = { of: dossiers, it: make(dossiers) };
    return made.it;
  };
}
