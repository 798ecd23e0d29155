import type { ClaimIndex } from './claim-index.ts';
import type { Candidate } from './find-claims.ts';
import type { Inquiry, Wanted } from './inquiry.ts';

/** Why the record does not answer a question. */
export type Silence =
  | { readonly reason: 'nothing-near' }
  | { readonly reason: 'stranger'; readonly name: string }
  | { readonly reason: 'after-the-record' }
  | { readonly reason: 'constraint'; readonly unmet: Candidate['unmet'] }
  | { readonly reason: 'denied' }
  | { readonly reason: 'not-told'; readonly wanted: Wanted }
  | { readonly reason: 'too-little'; readonly missing: readonly string[] };

/** What speaks for the best claims answering the question, each from 0 to 1 (or 0 and 1). */
export interface Evidence {
  /** The share of the question's burden that the best claim carries. */
  readonly coverage: number;
  /** The share that the three best carry between them. */
  readonly together: number;
  /** The share that rests on words the record has nowhere. */
  readonly unknown: number;
  /** The share that rests on names the best claim lacks. */
  readonly nameless: number;
  /** The best claim is not of the sort that is wanted. */
  readonly unfit: number;
  /** The question takes for a fact what the best claim denies. */
  readonly denied: number;
  /** The share of the question's neighbouring words that are neighbours in the claim. */
  readonly pairs: number;
  /** How far the best claim is ahead of the next. */
  readonly margin: number;
  /** How much of the question the best claim carries, in all: 0 to 1, full at some three rare words. */
  readonly carried: number;
  /** How much the question says: 1 for a single word, towards 0 for a long one. */
  readonly brevity: number;
}

const WEIGHTS: Evidence & { readonly bias: number } = {
  bias: -2.45,
  coverage: 2.48,
  together: 0.81,
  unknown: -0.33,
  nameless: -1.03,
  unfit: -3.37,
  denied: -1.5,
  pairs: 0.41,
  margin: 0.22,
  carried: 0.39,
  brevity: 0.92,
};
/** The burden at which a claim carries as much as a question can ask. */
const FULL = 8;
const THRESHOLD = 0.5;

/** What speaks for the best claim, which meets every constraint, as the answer. */
export function weighEvidence(inquiry: Inquiry, holding: readonly [Candidate, ...Candidate[]]): Evidence {
  const [best] = holding;
  const heavy = inquiry.slots.filter((slot) => slot.burden > 0);
  const whole = heavy.reduce((sum, slot) => sum + slot.burden, 0) || 1;
  const share = (slots: readonly { readonly burden: number }[]) =>
    slots.reduce((sum, slot) => sum + slot.burden, 0) / whole;
  const top = holding.slice(0, 3);
  return {
    coverage: best.coverage,
    together: 1 - share(best.missing.filter((slot) => top.every((candidate) => candidate.missing.includes(slot)))),
    unknown: share(heavy.filter((slot) => !slot.known)),
    nameless: share(best.missing.filter((slot) => slot.name !== undefined)),
    unfit: best.fits ? 0 : 1,
    denied: inquiry.presumes && best.profile.denies ? 1 : 0,
    pairs: Math.min(1, best.pairs / Math.max(1, inquiry.slots.length - 1)),
    margin: 1 - (holding[1]?.score ?? 0) / Math.max(1e-9, best.score),
    carried: Math.min(1, (best.coverage * whole) / FULL),
    brevity: 1 / Math.max(1, heavy.length),
  };
}

/** How likely it is that the evidence carries an answer, 0 to 1: a logistic fitted on questions whose answers are known. */
export function likelihood(evidence: Evidence): number {
  const { bias, ...weights } = WEIGHTS;
  const sum = (Object.keys(weights) as (keyof Evidence)[]).reduce(
    (total, key) => total + weights[key] * evidence[key],
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** Kinds of question that a claim of another kind cannot answer, however near it is. */
/** Kinds of question that take what they ask about for a fact. */
const PRESUMING: ReadonlySet<Wanted> = new Set(['when', 'where', 'how']);
/** How much less of the question a claim of the right kind may carry than the best of the wrong kind. */
const SLACK = 0.3;
const STRICT: ReadonlySet<Wanted> = new Set(['figure', 'voice', 'who', 'name']);

/** The claims that meet every constraint, best first; where only one kind of claim can answer, that kind goes before the rest. */
export function holdingClaims(inquiry: Inquiry, ranked: readonly Candidate[]): Candidate[] {
  const holding = ranked.filter((candidate) => candidate.unmet.length === 0);
  const [best] = holding;
  if (!best || !STRICT.has(inquiry.wanted)) return holding;
  const isFit = (candidate: Candidate) => candidate.fits && candidate.coverage >= best.coverage - SLACK;
  return [...holding.filter(isFit), ...holding.filter((candidate) => !isFit(candidate))];
}

/** Whether the best claims answer the question; else why not. `ranked` are the claims found, best first. */
export function findSilence(index: ClaimIndex, inquiry: Inquiry, ranked: readonly Candidate[]): Silence | undefined {
  if (inquiry.asOf && index.newest && inquiry.asOf.from > index.newest) return { reason: 'after-the-record' };
  const [stranger] = inquiry.strangers;
  if (stranger !== undefined) return { reason: 'stranger', name: stranger };
  const [best, ...others] = holdingClaims(inquiry, ranked);
  if (!best) {
    const [nearest] = ranked;
    return nearest ? { reason: 'constraint', unmet: nearest.unmet } : { reason: 'nothing-near' };
  }
  if (
    (inquiry.wanted === 'name' || inquiry.wanted === 'who') &&
    inquiry.names.some((id) => index.lexicon.unnamed.has(id))
  ) {
    return { reason: 'not-told', wanted: inquiry.wanted };
  }
  if (inquiry.presumes && inquiry.form === 'facts' && best.profile.denies && PRESUMING.has(inquiry.wanted))
    return { reason: 'denied' };
  const evidence = weighEvidence(inquiry, [best, ...others]);
  if (evidence.unfit && STRICT.has(inquiry.wanted) && inquiry.form !== 'sources')
    return { reason: 'not-told', wanted: inquiry.wanted };
  if (likelihood(evidence) >= THRESHOLD) return undefined;
  return evidence.unfit
    ? { reason: 'not-told', wanted: inquiry.wanted }
    : { reason: 'too-little', missing: best.missing.map((slot) => slot.text) };
}
