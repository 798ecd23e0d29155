import type { Claim } from '../record/dossier.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ClaimProfile } from './claim-profile.ts';

/** Within how many words from its beginning a statement on the coverage names the outlet. */
const OPENING = 6;

/** Whether a claim is about the coverage itself ("The Courier's report is signed by ..."): no one says it, and it opens with an outlet. */
export function isAboutCoverage(index: ClaimIndex, claim: Claim, profile: ClaimProfile): boolean {
  if (claim.saidBy.length > 0 || claim.figure) return false;
  // Two words more than where a name may begin, so that one of several words is found whole.
  const stems = profile.tokens.slice(0, OPENING + 2).map((token) => token.stem);
  return index.lexicon.outlets
    .longest(stems)
    .some(({ start, value }) => start < OPENING && index.publishers.has(value));
}
