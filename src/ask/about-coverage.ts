import type { Claim } from '../record/dossier.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ClaimProfile } from './claim-profile.ts';

/** Whether a claim is about the coverage itself ("The Courier's report is signed by ..."): no one says it, and it opens with an outlet. */
export function isAboutCoverage({ publishers }: ClaimIndex, claim: Claim, profile: ClaimProfile): boolean {
  if (claim.saidBy.length > 0 || claim.figure) return false;
  return profile.outletsAhead.some((outlet) => publishers.has(outlet));
}
