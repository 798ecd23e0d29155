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

/** What an editor did to a claim that was on record: readers who saw it before are told. */
export type Amendment =
  /** It was wrong; `source` shows it, `now` is how it has read since, until the next amendment. */
  | (Act & { readonly kind: 'corrected'; readonly source: string; readonly now: Claim })
  /** It was wrong, and nothing takes its place. */
  | (Act & { readonly kind: 'retracted'; readonly source: string })
  /** It was right in its time; `now` is the newer claim that overtakes it. */
  | (Act & { readonly kind: 'superseded'; readonly now: Claim });

/** Every amendment of a dossier's claims, by the claim's id, each claim's oldest first. */
export type Amendments = ReadonlyMap<string, readonly [Amendment, ...Amendment[]]>;
