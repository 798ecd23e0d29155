import type { Claim } from '../../../src/record/dossier.ts';
import type { Act } from '../../../src/record/ledger.ts';
import { type ClaimValue, type Thing, thingsOf } from '../../../src/record/ledger-values.ts';
import type { LiveRecord } from '../../../src/record/live-record.ts';
import type { Store } from '../../../src/store/store.ts';
import { ferryRecord } from '../support/ferry-record.ts';

export const FERRY = 'harbour-ferry';
export const SOURCE = 'Coastguard log, 14 Mar 2024';

/** A claim of the ferry's as the ledger carries it. */
export function claimValue(id: string): ClaimValue {
  const found = ferryRecord
    .flatMap(thingsOf)
    .find((thing): thing is Extract<Thing, { subject: 'claim' }> => thing.subject === 'claim' && thing.value.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found.value;
}

/** A correction of a claim's wording, or of anything else about it. */
export function corrected(claim: string, statement: string, changed: Partial<ClaimValue> = {}): Act {
  const value = { ...claimValue(claim), statement, ...changed };
  const things = [{ subject: 'claim' as const, value }];
  return { kind: 'corrected', dossier: FERRY, claim, things, why: `The log says so of ${claim}.`, source: SOURCE };
}

export function retracted(claim: string): Act {
  return { kind: 'retracted', dossier: FERRY, claim, why: `Nobody can stand by ${claim}.`, source: SOURCE };
}

export function superseded(claim: string, by: string): Act {
  return { kind: 'superseded', dossier: FERRY, claim, by, things: [], why: `Counted again since ${claim}.` };
}

/** Tom, of the local workspace. */
export const EDITOR = 'U0TOM00002';

/** Enters an editor's acts together; gives the place of the last in the ledger once the record holds it. */
export async function enter(
  { store, record }: { readonly store: Pick<Store, 'ledger'>; readonly record: LiveRecord },
  ...acts: readonly Act[]
): Promise<number> {
  const appended = await store.ledger.append({ by: EDITOR, acts });
  const seq = appended.kind === 'appended' ? (appended.entries.at(-1)?.seq ?? 0) : 0;
  await record.reached(seq);
  return seq;
}

/** How a claim of the ferry's reads in the data folder. */
export function asFiled(id: string): Claim {
  const claim = ferryRecord[0]?.claims.get(id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  return claim;
}
