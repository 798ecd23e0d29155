import type { ClaimIndex } from './claim-index.ts';
import type { Candidate } from './find-claims.ts';
import type { Inquiry } from './inquiry.ts';

/** Why the record does not answer a question. */
export type Silence =
  | { readonly reason: 'nothing-near' }
  | { readonly reason: 'stranger'; readonly name: string }
  | { readonly reason: 'after-the-record' }
  | { readonly reason: 'constraint'; readonly unmet: Candidate['unmet'] }
  | { readonly reason: 'not-told'; readonly wanted: Inquiry['wanted'] }
  | { readonly reason: 'too-little'; readonly missing: readonly string[] };

/** The share of the question's burden that the best claim must carry. */
const ENOUGH = 0.55;

/** Whether the best claims answer the question; else why not. `ranked` are the claims found, best first. */
export function findSilence(index: ClaimIndex, inquiry: Inquiry, ranked: readonly Candidate[]): Silence | undefined {
  if (inquiry.asOf && index.newest && inquiry.asOf.from > index.newest) return { reason: 'after-the-record' };
  const [stranger] = inquiry.strangers;
  if (stranger !== undefined) return { reason: 'stranger', name: stranger };
  const holding = ranked.filter((candidate) => candidate.unmet.length === 0);
  const [best] = holding;
  if (!best) {
    const [nearest] = ranked;
    return nearest ? { reason: 'constraint', unmet: nearest.unmet } : { reason: 'nothing-near' };
  }
  if (best.coverage < ENOUGH) return { reason: 'too-little', missing: best.missing.map((slot) => slot.text) };
  const strong = holding.filter((candidate) => candidate.coverage >= best.coverage - 0.15);
  const hard = inquiry.wanted === 'figure' || inquiry.wanted === 'voice' || inquiry.wanted === 'who' || inquiry.wanted === 'why';
  if (hard && inquiry.form !== 'sources' && !strong.some((candidate) => candidate.fits)) return { reason: 'not-told', wanted: inquiry.wanted };
  return undefined;
}
