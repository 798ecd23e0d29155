import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Claim } from '../record/dossier.ts';
import { type Assertion, readAssertion } from './assertion.ts';
import { readClaim } from './claim-reading.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { decideVerdict } from './decide-verdict.ts';
import type { Decision } from './decision.ts';

const CANDIDATES = 22;

/** A sentence as a dossier understands it, and what that says of it. */
export interface Judgement {
  readonly index: ClaimIndex;
  readonly assertion: Assertion;
  readonly decision: Decision;
}

/** What one dossier says of a sentence. */
export function judge(index: ClaimIndex, text: string, today: string): Judgement {
  const assertion = readAssertion(index, text, today);
  return { index, assertion, decision: decideVerdict(index, assertion, compareAll(index, assertion)) };
}

/** The claims that share most with a sentence, each compared with it. */
function compareAll(index: ClaimIndex, assertion: Assertion): Comparison[] {
  const slots = assertion.matter.map((word) => ({ alternatives: word.terms.map((term) => ({ term, weight: 1 })) }));
  const found = index.terms.search(slots, CANDIDATES).flatMap(({ document }) => index.claims[document] ?? []);
  return [...new Set([...found, ...findByFigure(index, assertion)])].flatMap(
    (claim) => compare(index, assertion, readClaim(index, claim)) ?? [],
  );
}

/** The claims with a figure: those that give a number of the sentence, or the age of one whom it names. */
function findByFigure(index: ClaimIndex, { quantities, matter }: Assertion): Claim[] {
  if (quantities.length === 0) return [];
  const named = new Set(matter.flatMap(({ names }) => names));
  return index.claims.filter(({ figure, people }) => {
    if (figure === undefined) return false;
    if (quantities.some(({ low, high }) => low === figure.low && high === figure.high)) return true;
    return quantities.some(({ unit }) => unit === 'age') && people.some((id) => named.has(id));
  });
}
