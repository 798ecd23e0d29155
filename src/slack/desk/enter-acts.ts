import type { Decision, Desk } from '../../desk/decision.ts';
import type { LedgerEntry } from '../../record/ledger.ts';
import type { Dependencies } from '../dependencies.ts';

/** What became of what someone wanted to enter. */
export type Entered<Refusal> =
  /** It is in the ledger, and answers have it. */
  | { readonly kind: 'entered'; readonly entries: readonly LedgerEntry[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Enters what is decided on the record as it stands; decides again when someone else came first. */
export type EnterActs = <Refusal>(by: string, decide: (desk: Desk) => Decision<Refusal>) => Promise<Entered<Refusal>>;

/** Enters acts into the ledger, and waits until this instance answers by them. */
export function createEnterActs({ record, store }: Pick<Dependencies, 'record' | 'store'>): EnterActs {
  return async (by, decide) => {
    for (;;) {
      const after = record.place;
      const decided = decide({ entries: record.entries, dossiers: record.dossiers });
      if (decided.kind === 'refused') return decided;
      const appended = await store.ledger.append({ by, acts: decided.acts, after });
      const entries = appended.kind === 'appended' ? appended.entries : await store.ledger.read({ after });
      await record.reached(entries.at(-1)?.seq ?? after);
      if (appended.kind === 'appended') return { kind: 'entered', entries };
    }
  };
}
