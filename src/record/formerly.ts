import { isDeepStrictEqual } from 'node:util';
import type { Mending } from './amendment.ts';
import { isMending } from './as-read.ts';
import type { Claim, Dossier } from './dossier.ts';
import { onceEach } from './once-each.ts';

/** A dossier as it never was at once: with everything that editors took back in place of what they made of it. */
export interface Formerly {
  readonly dossier: Dossier;
  /** What took a claim of that dossier back, by its id there; only for claims that read so no more. */
  readonly mendings: ReadonlyMap<string, Mending>;
}

/** What a dossier said once and says no more; undefined when there is nothing. Worked out once a dossier. */
export const formerly = onceEach(collect);

/** Whether two versions of a claim say the same: a new report or another topic makes no difference. */
export function readsAlike(one: Claim, other: Claim): boolean {
  return (['statement', 'figure', 'saidBy', 'when'] as const).every((key) => isDeepStrictEqual(one[key], other[key]));
}

function collect(dossier: Dossier): Formerly | undefined {
  const claims = new Map(dossier.claims);
  const mendings = new Map<string, Mending>();
  for (const [id, amendments] of dossier.amendments) {
    const now = dossier.claims.get(id);
    for (const mending of amendments.filter(isMending)) {
      if (now !== undefined && readsAlike(mending.was, now)) continue;
      const former = `${id}@${mending.seq}`;
      claims.delete(id);
      claims.set(former, { ...mending.was, id: former });
      mendings.set(former, mending);
    }
  }
  return mendings.size > 0 ? { dossier: { ...dossier, claims, amendments: new Map() }, mendings } : undefined;
}
