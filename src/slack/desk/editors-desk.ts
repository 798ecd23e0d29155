import type { Editors } from './editors.ts';
import type { EnterActs } from './enter-acts.ts';
import type { NameOf } from './person-names.ts';

/** The editors' desk: who may do what, where it is, and the way into the ledger. */
export interface EditorsDesk extends Editors {
  /** The id of the desk's channel; absent where none is set. */
  readonly channel?: string;
  /** Whether nobody may let in what they proposed themselves. */
  readonly fourEyes: boolean;
  readonly nameOf: NameOf;
  readonly enter: EnterActs;
}
