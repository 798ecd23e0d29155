import { claimIndexOf } from '../ask/known-index.ts';
import type { Mending } from '../record/amendment.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { formerly } from '../record/formerly.ts';
import { judge } from './judge.ts';

/** What a sentence repeats though editors took it back. */
export interface TakenBack {
  readonly mending: Mending;
  /** How the claim reads now; absent: it is on record no more. */
  readonly now?: Claim;
}

/** What a sentence says as the dossier had it until editors corrected or retracted that; undefined: it says nothing such. */
export function findTakenBack(dossier: Dossier, text: string, today: string): TakenBack | undefined {
  const former = formerly(dossier);
  if (former === undefined) return undefined;
  const { decision } = judge(claimIndexOf(former.dossier), text, today);
  const isCarried = decision.verdict === 'supported' || decision.verdict === 'conflicting-sources';
  const [first] = decision.claims;
  const mending = isCarried && first ? former.mendings.get(first.id) : undefined;
  if (mending === undefined) return undefined;
  const now = dossier.claims.get(mending.was.id);
  return { mending, ...(now === undefined ? {} : { now }) };
}
