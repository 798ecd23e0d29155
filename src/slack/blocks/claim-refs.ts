import type { Claim, Dossier } from '../../record/dossier.ts';
import type { ClaimRef } from './message.ts';
import type { PlacedClaim } from './message-source.ts';

/** The dossier that a claim is of: the one that holds it, or else one that has, or had, a claim of its id; '' for none. */
export function dossierOf(claim: Claim, record: readonly Dossier[]): string {
  const holder =
    record.find(({ claims }) => claims.get(claim.id) === claim) ??
    record.find(({ claims, amendments }) => claims.has(claim.id) || amendments.has(claim.id));
  return holder?.slug ?? '';
}

/** The claims in a message by dossier and id, in order; without those that are of no dossier. */
export function refsTo(placed: readonly PlacedClaim[]): readonly ClaimRef[] {
  return placed.flatMap(({ dossier, shown }) => (dossier === '' ? [] : [{ dossier, claim: shown.claim.id }]));
}
