import type { Act, LedgerEntry } from '../record/ledger.ts';
import { claimsAmong, thingsIn } from '../record/things-in.ts';

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
  const isNamed =
    act.kind === 'withdrawn' ? act.subject === 'claim' && act.id === claim : 'claim' in act && act.claim === claim;
  return isNamed || claimsAmong(thingsIn(act)).some(({ id }) => id === claim);
}
