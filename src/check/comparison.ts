import type { Claim } from '../record/dossier.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { CreditMatch } from './compare-credit.ts';
import type { MatterWord } from './read-matter.ts';
import type { Quantity } from './read-quantities.ts';
import type { WrittenQuote } from './read-quotes.ts';

/** A point in which a sentence and a claim about the same matter cannot both be right. */
export type Clash =
  | {
      readonly kind: 'figure';
      readonly quantity: Quantity;
      readonly other: Pick<Quantity, 'low' | 'high' | 'comparator' | 'unit'>;
    }
  | { readonly kind: 'measure'; readonly quantity: Quantity }
  | { readonly kind: 'time'; readonly written: string }
  /** One denies what the other says. */
  | { readonly kind: 'denial'; readonly word: MatterWord }
  /** One word stands where the claim has another that excludes it, or that has its place. */
  | { readonly kind: 'opposite' | 'replaced'; readonly word: MatterWord; readonly onRecord: string }
  | { readonly kind: 'quote'; readonly written: string; readonly onRecord: string }
  /** It says more than the claim: all for some, done for planned. */
  | {
      readonly kind: 'overstated';
      readonly degree: 'number' | 'deed';
      readonly written: string;
      readonly onRecord: string;
    }
  /** Two parties have changed places. */
  | { readonly kind: 'roles'; readonly words: readonly MatterWord[] };

/** A sentence held against one claim. */
export interface Comparison {
  readonly claim: Claim;
  readonly reading: ClaimReading;
  /** The share of the sentence's weight that the claim carries, 0 to 1. */
  readonly coverage: number;
  /** The share of the claim's statement that the sentence carries, 0 to 1. */
  readonly echo: number;
  /** Words of the sentence that the claim lacks. */
  readonly residue: readonly MatterWord[];
  /** Names of the sentence that are not in the claim. */
  readonly absentNames: readonly MatterWord[];
  readonly clashes: readonly Clash[];
  readonly credit: CreditMatch;
  readonly figures: { readonly same: readonly Quantity[]; readonly absent: readonly Quantity[] };
  readonly times: { readonly same: number; readonly absent: number };
  /** Quotations of the sentence that are on record there. */
  readonly quoted: number;
  /** Quotations of the sentence of which the claim lacks a word that tells. */
  readonly unquoted: readonly WrittenQuote[];
  /** The sentence says that nobody else does, and the claim does not. */
  readonly lacksOnly: boolean;
}
