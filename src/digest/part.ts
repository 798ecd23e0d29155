import type { Claim, Dossier } from '../record/dossier.ts';
import type { EditionSection } from './edition.ts';
import type { Changes } from './words.ts';

/** One dossier's part of an edition. */
export interface Part {
  readonly dossier: Dossier;
  /** Its claims in the topics covered. */
  readonly claims: readonly Claim[];
  /** None is empty. */
  readonly sections: readonly EditionSection[];
  readonly changes: Changes;
  /** Claims that came in and were overtaken between the two moments. */
  readonly passing: number;
}
