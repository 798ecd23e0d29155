import type { Mark, ShownClaim } from '../ask/answer.ts';
import { showClaim } from '../ask/show-claim.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import { relations } from '../record/relations.ts';

/** One dossier at two moments. Everything that decides an edition is read from here. */
export interface Comparison {
  readonly before: Dossier;
  readonly after: Dossier;
  /** What entered the ledger between the two; may be empty although the record changed. */
  readonly entries: readonly LedgerEntry[];
  /** Whether the edition covers the claim's topic. */
  covers(claim: Claim): boolean;
}

/** Whether a newer claim on record overtakes this one. */
export function isOvertaken(dossier: Dossier, claim: Claim): boolean {
  return relations(dossier).supersededBy.has(claim.id);
}

/** The claims that overtake one, and those that overtake them, nearest first. */
export function overtakers(dossier: Dossier, claim: Claim): readonly Claim[] {
  const found = new Map<string, Claim>();
  const follow = (id: string) => {
    for (const newer of relations(dossier).supersededBy.get(id) ?? []) {
      if (found.has(newer.id)) continue;
      found.set(newer.id, newer);
      follow(newer.id);
    }
  };
  follow(claim.id);
  return [...found.values()];
}

/** A claim as it stands now; what overtook it is not spelt out when it is among those shown `beside` it. */
export function showNow({ after }: Comparison, claim: Claim, beside: readonly Claim[] = []): ShownClaim {
  return showClaim({ dossier: after }, claim, beside);
}

/** A claim as it was, with the mark that says it is so no longer in front of its others. */
export function showBefore({ before }: Comparison, claim: Claim, mark: Mark): ShownClaim {
  const shown = showClaim({ dossier: before }, claim);
  return { ...shown, marks: [mark, ...shown.marks] };
}
