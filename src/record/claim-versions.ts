import type { LedgerEntry } from './ledger.ts';
import { claimsAmong, thingsIn } from './things-in.ts';

/** The ledger entry since which each claim reads as it does, by dossier and claim id. */
export type ClaimVersions = ReadonlyMap<string, number>;

/** The versions of all claims that ledger entries bring in; later entries over earlier ones, over those `known`. */
export function claimVersions(entries: readonly LedgerEntry[], known: ClaimVersions = new Map()): ClaimVersions {
  const versions = new Map(known);
  for (const { seq, act } of entries) {
    const claims = claimsAmong(thingsIn(act)).map(({ id }) => id);
    if (act.kind === 'retracted') claims.push(act.claim);
    for (const claim of claims) versions.set(keyOf(act.dossier, claim), seq);
  }
  return versions;
}

/** The version of one claim; 0 where the ledger knows nothing of it. */
export function versionOf(versions: ClaimVersions, { dossier, claim }: { dossier: string; claim: string }): number {
  return versions.get(keyOf(dossier, claim)) ?? 0;
}

function keyOf(dossier: string, claim: string): string {
  return `${dossier}/${claim}`;
}
