import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Claim, IsoDate } from '../record/dossier.ts';
import { knownSince, standingOf } from '../record/standing.ts';
import type { Assertion } from './assertion.ts';

/** The last day that the sentence itself speaks of, in the years that fit the claim; undefined when it gives none. */
function datedTo(assertion: Assertion, { when }: Claim): IsoDate | undefined {
  return assertion.times
    .filter(({ role }) => role !== 'since')
    .map(({ spans }) => (spans.find((span) => when && span.from <= when.to && when.from <= span.to) ?? spans[0]).to)
    .sort()
    .at(-1);
}

/** The claims that overtake one, unless the sentence is dated to before they did. */
export function overtakers(index: ClaimIndex, assertion: Assertion, claim: Claim): readonly Claim[] {
  const standing = standingOf(index.dossier, claim);
  if (standing.kind !== 'superseded') return [];
  const to = datedTo(assertion, claim);
  if (to === undefined || assertion.upToNow) return standing.by;
  if (
    assertion.times.some(
      (time) =>
        time.role !== 'since' &&
        time.spans.some((s) => claim.when && s.from <= claim.when.from && claim.when.to <= s.to),
    )
  )
    return [];
  return standing.by.filter((newer) => (newer.when?.from ?? knownSince(newer) ?? to) < to);
}

/** Whether one claim's time begins where the other's has ended. */
export function isNewer(one: Claim, other: Claim): boolean {
  const [a, b] = [one.when?.from ?? knownSince(one), other.when?.to ?? knownSince(other)];
  return a !== undefined && b !== undefined && a >= b;
}
