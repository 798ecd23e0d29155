import type { Claim } from '../record/dossier.ts';
import { analyse } from '../search/analyse.ts';
import type { ClaimIndex } from './claim-index.ts';
import { fits } from './fits.ts';
import { type Unmet, unmetBy } from './holds.ts';
import type { Inquiry, InquirySlot } from './inquiry.ts';

/** A claim that has something of the question, with what speaks for and against it. */
export interface Candidate {
  readonly claim: Claim;
  /** BM25 with the bonuses of `rank`; only compared within one question. */
  readonly score: number;
  /** The share of the question's burden that the claim carries, 0 to 1; 1 when the question has none. */
  readonly coverage: number;
  /** Slots with a burden that it lacks. */
  readonly missing: readonly InquirySlot[];
  /** Neighbouring words of the question that are neighbours in the claim. */
  readonly pairs: number;
  readonly fits: boolean;
  readonly unmet: readonly Unmet[];
}

const FITTING = 1.25;
const PAIR = 0.08;
const KEY = 1.05;
const KEPT = 200;

function coverageOf(inquiry: Inquiry, slots: number): { coverage: number; missing: InquirySlot[] } {
  let carried = 0;
  let whole = 0;
  const missing: InquirySlot[] = [];
  inquiry.slots.forEach((slot, n) => {
    whole += slot.burden;
    if (n < 31 && slots & (1 << n)) carried += slot.burden;
    else if (slot.burden > 0) missing.push(slot);
  });
  return { coverage: whole === 0 ? 1 : carried / whole, missing };
}

/** How many neighbouring pairs of the question's words stand next to each other in the claim. */
function countPairs(inquiry: Inquiry, claim: Claim): number {
  const words = analyse(`${claim.statement} ${claim.reports.map((report) => report.quote ?? '').join(' ')}`).filter((token) => !token.stop).map((token) => token.stem);
  const pairs = new Set(words.slice(1).map((word, n) => `${words[n]} ${word}`));
  const asked = inquiry.slots.map((slot) => slot.alternatives[0]?.term ?? '');
  return asked.slice(1).filter((word, n) => pairs.has(`${asked[n]} ${word}`)).length;
}

/** The claims that share a word, a name or a meaning with the question, best first. */
export function findClaims(index: ClaimIndex, inquiry: Inquiry): Candidate[] {
  const hits =
    inquiry.slots.length > 0
      ? index.terms.search(inquiry.slots, KEPT)
      : index.claims.map((_, document) => ({ document, score: 1, slots: 0 }));
  const candidates = hits.map((hit) => {
    const claim = index.claims[hit.document] as Claim;
    const fitting = fits(index, inquiry, claim);
    const pairs = countPairs(inquiry, claim);
    const score = hit.score * (fitting ? FITTING : 1) * (1 + PAIR * pairs) * (claim.key ? KEY : 1);
    return { claim, score, ...coverageOf(inquiry, hit.slots), pairs, fits: fitting, unmet: unmetBy(index, inquiry, claim) };
  });
  return candidates.sort((a, b) => b.score - a.score);
}
