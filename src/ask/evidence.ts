import type { Candidate } from './find-claims.ts';
import type { Inquiry, InquirySlot, Wanted } from './inquiry.ts';

/** What speaks for the best claims answering the question, each from 0 to 1 (or 0 and 1). */
export interface Evidence {
  /** The share of the question's burden that the best claim carries. */
  readonly coverage: number;
  /** The share that the three best carry between them. */
  readonly together: number;
  /** The share that rests on names the best claim lacks. */
  readonly nameless: number;
  /** The best claim is not of the sort that is wanted. */
  readonly unfit: number;
  /** The share of the question's neighbouring words that are neighbours in the claim. */
  readonly pairs: number;
  /** How much of the question the best claim carries, in all: 0 to 1, full at some three rare words. */
  readonly carried: number;
  /** It asks for more than a fact: a timeline, sources, a comparison, what differs. */
  readonly wide: number;
  /** It asks for one particular (who, when, where, how, how many), which the record may not tell. */
  readonly pointed: number;
  /** It says by whom, where or when it must have been said. */
  readonly confined: number;
  /** How much the question says: 1 for a single word, towards 0 for a long one. */
  readonly brevity: number;
}

const BIAS = -4.56;
const WEIGHTS: Evidence = {
  coverage: 3.16,
  together: 1.67,
  nameless: -0.06,
  unfit: -1.94,
  pairs: 0.79,
  carried: 0.72,
  wide: 1.54,
  pointed: -0.53,
  confined: 0.46,
  brevity: 1.32,
};
const KINDS = Object.keys(WEIGHTS) as readonly (keyof Evidence)[];
// "Why" is not among them: what gives no reason is unfit already.
const POINTED: ReadonlySet<Wanted> = new Set(['figure', 'who', 'voice', 'name', 'when', 'where', 'how']);
/** The burden at which a claim carries as much as a question can ask. */
const FULL = 8;

/** Whether the question takes for a fact what the claim denies. */
export function isDenied(inquiry: Inquiry, { profile }: Candidate): boolean {
  if (!inquiry.presumes || profile.denied.size === 0) return false;
  return inquiry.slots.some(
    (slot) =>
      slot.burden > 0 && slot.name === undefined && slot.alternatives.some(({ term }) => profile.denied.has(term)),
  );
}

function isConfined({ voices, outlets, figures, asOf, during }: Inquiry): boolean {
  return voices.length + outlets.length + figures.length > 0 || asOf !== undefined || during !== undefined;
}

/** What speaks for the best claim, which meets every constraint, as the answer. */
export function weighEvidence(inquiry: Inquiry, holding: readonly [Candidate, ...Candidate[]]): Evidence {
  const [best] = holding;
  const heavy = inquiry.slots.filter((slot) => slot.burden > 0);
  const whole = heavy.reduce((sum, slot) => sum + slot.burden, 0) || 1;
  const share = (slots: readonly InquirySlot[]) => slots.reduce((sum, slot) => sum + slot.burden, 0) / whole;
  const top = holding.slice(0, 3);
  return {
    coverage: best.coverage,
    together: 1 - share(best.missing.filter((slot) => top.every((candidate) => candidate.missing.includes(slot)))),
    nameless: share(best.missing.filter((slot) => slot.name !== undefined)),
    unfit: best.fits ? 0 : 1,
    pairs: Math.min(1, best.pairs / Math.max(1, inquiry.slots.length - 1)),
    carried: Math.min(1, (best.coverage * whole) / FULL),
    wide: inquiry.form === 'facts' ? 0 : 1,
    pointed: POINTED.has(inquiry.wanted) ? 1 : 0,
    confined: isConfined(inquiry) ? 1 : 0,
    brevity: 1 / Math.max(1, heavy.length),
  };
}

/** How likely it is that the evidence carries an answer, 0 to 1: a logistic fitted on questions whose answers are known. */
export function likelihood(evidence: Evidence): number {
  const sum = KINDS.reduce((total, kind) => total + WEIGHTS[kind] * evidence[kind], BIAS);
  return 1 / (1 + Math.exp(-sum));
}
