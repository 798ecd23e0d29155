import type { Claim } from '../record/dossier.ts';
import type { Assertion } from './assertion.ts';
import type { Clash, Comparison } from './comparison.ts';

/** What a sentence's comparisons come to, with the claims that it rests on and why. */
export type Decision =
  | { readonly verdict: 'supported'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'conflicting-sources'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'outdated'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'misattributed'; readonly claims: readonly Claim[]; readonly by: 'voice' | 'outlet' | 'name' }
  | { readonly verdict: 'contradicted'; readonly claims: readonly Claim[]; readonly clash: Clash }
  /** `missing` are the words that the nearest claims lack; empty when nothing is near. */
  | { readonly verdict: 'unsupported'; readonly claims: readonly Claim[]; readonly missing: readonly string[] };

/** The rank of a comparison: how much of the sentence the claim carries, then how much else the claim says. */
export function rank(comparison: Comparison): number {
  return comparison.coverage + 0.2 * comparison.echo;
}

/** All who are in a claim or say it, by id. */
export function parties(claim: Claim): readonly string[] {
  return [...claim.people, ...claim.saidBy];
}

/** Whether a sentence credits anyone. */
export function isCredited({ credit }: Assertion): boolean {
  return credit.voices.length > 0 || credit.outlets.length > 0;
}

/** The claims of comparisons, in their order. */
export const claimsOf = (comparisons: readonly Comparison[]) => comparisons.map(({ claim }) => claim);
/** Claims without those that come twice. */
export const distinct = (claims: readonly Claim[]) => [...new Set(claims)];
