import type { Dossier } from '../record/dossier.ts';
import { type ClaimIndex, createClaimIndex } from './claim-index.ts';

const known = new WeakMap<Dossier, ClaimIndex>();

/** A dossier's index; made once a dossier, whoever asks. */
export function claimIndexOf(dossier: Dossier): ClaimIndex {
  const index = known.get(dossier) ?? createClaimIndex(dossier);
  known.set(dossier, index);
  return index;
}
