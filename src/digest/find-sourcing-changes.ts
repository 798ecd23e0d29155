import { words as answerWords } from '../ask/words.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { corroboration, isDoubleSourced } from '../record/standing.ts';
import { type Comparison, isOvertaken, showNow } from './comparison.ts';
import type { EditionItem } from './edition.ts';
import { words } from './words.ts';

type Sourcing = 'double' | 'one-source' | 'one-outlet';

/**
 * The claims that became double sourced, or lost that, or are in several outlets that rest on one source.
 * Those overtaken are left out. `settled` are the claims told elsewhere.
 */
export function findSourcingChanges(comparison: Comparison, settled: ReadonlySet<string>): readonly EditionItem[] {
  const { before, after } = comparison;
  return [...after.claims.values()]
    .filter((claim) => !settled.has(claim.id) && !isOvertaken(after, claim) && comparison.covers(claim))
    .flatMap((claim): EditionItem[] => {
      const old = before.claims.get(claim.id);
      if (old === undefined || sourcing(old) === sourcing(claim)) return [];
      return [{ kind: 'sourcing', label: sentence(after, claim), was: [], now: [showNow(comparison, claim)] }];
    });
}

function sourcing(claim: Claim): Sourcing {
  if (isDoubleSourced(claim)) return 'double';
  return corroboration(claim).outlets.length > 1 ? 'one-source' : 'one-outlet';
}

function sentence(dossier: Dossier, claim: Claim): string {
  const { voices, recorders, outlets } = corroboration(claim);
  const { list } = answerWords;
  switch (sourcing(claim)) {
    case 'double':
      return words.doubleSourced(
        list(recorders.length > 1 ? recorders : voices.map((id) => dossier.people.get(id)?.name ?? id)),
      );
    case 'one-source':
      return words.oneSource(list(outlets), list(recorders));
    case 'one-outlet':
      return words.singleOutlet(list(outlets));
  }
}
