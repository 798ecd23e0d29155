import type { Act, LedgerEntry } from '../record/ledger.ts';
import type { Thing } from '../record/ledger-values.ts';

/** A claim by its dossier's slug and its id. */
export interface ClaimId {
  readonly dossier: string;
  readonly claim: string;
}

/** Every entry that brought the claim in, changed it, took it out or amended it; proposals do none of that. */
export function entriesOf(entries: readonly LedgerEntry[], id: ClaimId): readonly LedgerEntry[] {
  return entries.filter(({ act }) => act.dossier === id.dossier && concerns(act, id.claim));
}

function concerns(act: Act, claim: string): boolean {
  switch (act.kind) {
    case 'added':
    case 'changed':
      return isClaim(act.thing, claim);
    case 'withdrawn':
      return act.subject === 'claim' && act.id === claim;
    case 'approved':
      return act.things.some((thing) => isClaim(thing, claim));
    case 'corrected':
    case 'superseded':
      return act.claim === claim || act.things.some((thing) => isClaim(thing, claim));
    case 'retracted':
      return act.claim === claim;
    case 'proposed':
    case 'declined':
      return false;
  }
}

function isClaim(thing: Thing, id: string): boolean {
  return thing.subject === 'claim' && thing.value.id === id;
}
