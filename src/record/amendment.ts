import type { Claim } from './dossier.ts';

interface Act {
  /** The ledger entry that holds it. */
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  /** A Slack user id. */
  readonly by: string;
  readonly why: string;
  /** The claim as it read before. */
  readonly was: Claim;
}

/** What an editor did to a claim that was wrong. */
export type Mending =
  /** `source` shows that it was wrong, `now` is how it has read since, until the next amendment. */
  | (Act & { readonly kind: 'corrected'; readonly source: string; readonly now: Claim })
  /** Nothing takes its place. `overtakenBy`: the ids of the claims that overtook it until then. */
  | (Act & { readonly kind: 'retracted'; readonly source: string; readonly overtakenBy?: readonly string[] });

/** What an editor did to a claim that was on record: readers who saw it before are told. */
export type Amendment =
  | Mending
  /** It was right in its time; `now` is the newer claim that overtakes it. */
  | (Act & { readonly kind: 'superseded'; readonly now: Claim });

/** Every amendment of a dossier's claims, by the claim's id, each claim's oldest first. */
export type Amendments = ReadonlyMap<string, readonly [Amendment, ...Amendment[]]>;

/** What became of a claim that is shown as it read before it was mended. */
export interface Aftermath {
  /** The newest mending. */
  readonly mending: Mending;
  /** The claim as the record has it now; absent when it is on record no more. */
  readonly now?: Claim;
}
