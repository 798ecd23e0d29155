import type { Claim, Dossier } from '../../record/dossier.ts';
import type { ClaimRef } from './message.ts';

/** Claims by their dossier and id, each once; those that are in no dossier of the record are left out. */
export function claimRefs(claims: readonly Claim[], record: readonly Dossier[]): ClaimRef[] {
  return [...new Set(claims)].flatMap((claim) => {
    const dossier = record.find((one) => one.claims.get(claim.id) === claim);
    return dossier ? [{ dossier: dossier.slug, claim: claim.id }] : [];
  });
}
