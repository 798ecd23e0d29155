import type { Claim, Dossier } from './dossier.ts';
import { onceEach } from './once-each.ts';

/** What claims are to one another, by id; a claim without such relations is not in the map. */
export interface Relations {
  /** The newer claims that overtake a claim. */
  readonly supersededBy: ReadonlyMap<string, readonly Claim[]>;
  /** The claims that give a figure of a measure. */
  readonly ofMeasure: ReadonlyMap<string, readonly Claim[]>;
}

/** The relations between a dossier's claims, in the order of the record; worked out once a dossier. */
export const relations = onceEach(relate);

function relate(dossier: Dossier): Relations {
  const supersededBy = new Map<string, Claim[]>();
  const ofMeasure = new Map<string, Claim[]>();
  for (const claim of dossier.claims.values()) {
    for (const older of claim.supersedes) push(supersededBy, older, claim);
    if (claim.figure !== undefined) push(ofMeasure, claim.figure.measure, claim);
  }
  return { supersededBy, ofMeasure };
}

function push(lists: Map<string, Claim[]>, key: string, claim: Claim): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [claim]);
  else list.push(claim);
}
