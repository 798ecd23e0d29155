import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Claim } from '../record/dossier.ts';
import { relations } from '../record/relations.ts';
import { standingOf } from '../record/standing.ts';
import type { Assertion } from './assertion.ts';
import { readClaim } from './claim-reading.ts';
import type { Comparison } from './comparison.ts';

/** A word tells something of the point in dispute from this weight on. */
const TELLING = 0.5;

function isCurrent(index: ClaimIndex, claim: Claim): boolean {
  return standingOf(index.dossier, claim).kind !== 'superseded';
}

/** Whether the sentence speaks of what two claims differ on: it has a word, not a person, that both have. */
function isOnPoint(index: ClaimIndex, assertion: Assertion, one: Claim, other: Claim): boolean {
  const [a, b] = [readClaim(index, one), readClaim(index, other)];
  return assertion.matter.some(
    (word) =>
      (word.names.length === 0 || word.placed) &&
      word.weight >= TELLING &&
      word.terms.some((term) => a.terms.get(term) === 1) &&
      word.terms.some((term) => b.terms.get(term) === 1),
  );
}

/** Whether a figure of the same measure was given before the claim's: counts that grow do not dispute one another. */
function isOlder(claim: Claim, other: Claim): boolean {
  return claim.when !== undefined && other.when !== undefined && other.when.to < claim.when.from;
}

function figuresOverlap(one: Claim, other: Claim): boolean {
  return (
    one.figure !== undefined &&
    other.figure !== undefined &&
    one.figure.low <= other.figure.high &&
    other.figure.low <= one.figure.high
  );
}

function shareAPerson(index: ClaimIndex, one: Claim, other: Claim): boolean {
  const persons = (claim: Claim) => claim.people.filter((id) => index.dossier.people.get(id)?.kind === 'person');
  const [a, b] = [persons(one), persons(other)];
  return a.length === 0 || b.length === 0 || a.some((id) => b.includes(id));
}

/** The current claims that say otherwise on what a sentence takes from a claim that carries it. */
export function rivalsOn(index: ClaimIndex, assertion: Assertion, { claim, figures }: Comparison): readonly Claim[] {
  const listed = claim.conflictsWith
    .flatMap((id) => index.dossier.claims.get(id) ?? [])
    .filter((other) => isOnPoint(index, assertion, claim, other));
  const measured =
    claim.figure === undefined || figures.same.length === 0
      ? []
      : (relations(index.dossier).ofMeasure.get(claim.figure.measure) ?? []).filter(
          (other) =>
            other !== claim &&
            !figuresOverlap(claim, other) &&
            !isOlder(claim, other) &&
            shareAPerson(index, claim, other),
        );
  return [...new Set([...listed, ...measured])].filter((other) => isCurrent(index, other));
}
