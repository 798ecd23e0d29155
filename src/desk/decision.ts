import type { Dossier } from '../record/dossier.ts';
import type { Act, LedgerEntry } from '../record/ledger.ts';

/** What an act is decided on: the ledger, and the record that it makes. */
export interface Desk {
  readonly entries: readonly LedgerEntry[];
  readonly dossiers: readonly Dossier[];
}

/** Who acts. */
export interface Actor {
  /** A Slack user id. */
  readonly user: string;
  readonly isEditor: boolean;
}

/** What is to be entered, together, or why nothing is. */
export type Decision<Refusal> =
  | { readonly kind: 'acts'; readonly acts: readonly [Act, ...Act[]] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A refusal as a decision. */
export function refuse<Refusal>(refusal: Refusal): Decision<Refusal> {
  return { kind: 'refused', refusal };
}
