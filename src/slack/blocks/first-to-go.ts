import type { ShownClaim } from '../../ask/answer.ts';

/**
 * The place of the claim that is left out first where not all fit: the last that was not amended; then the last of what
 * no longer stands; in the end what stands instead. The old is never left without its mark, the new may stand alone.
 */
export function firstToGo(claims: readonly ShownClaim[]): number {
  const plain = claims.findLastIndex(({ revision }) => revision === undefined);
  if (plain >= 0) return plain;
  const old = claims.findLastIndex(({ revision }) => revision === 'was');
  return old >= 0 ? old : claims.length - 1;
}
