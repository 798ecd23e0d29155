import type { ShownClaim } from '../ask/answer.ts';

/** What the record says of a sentence. On the record, never on the world: `unsupported` is not "false". */
export type Verdict =
  | 'supported'
  | 'contradicted'
  | 'conflicting-sources'
  | 'unsupported'
  | 'outdated'
  | 'misattributed';

/** A sentence of copy with what the record says of it. `start` to before `end` in the copy, in characters. */
export interface CheckedSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict | 'nothing-to-check';
  /** The claims that the verdict rests on, the weightiest first; for `unsupported` the nearest, if any is near. */
  readonly claims: readonly ShownClaim[];
  /** One plain sentence; empty where there is nothing to check. */
  readonly reason: string;
  /** The attribution to paste, where one is missing, wrong or would help. */
  readonly suggestion?: string;
  /** A figure, quotation or date of the sentence that differs, as written, and what the record has. */
  readonly difference?: { readonly written: string; readonly onRecord: string };
}

/** A page of copy, sentence by sentence in its order. */
export interface CheckedCopy {
  /** The dossier's slug that the copy was held against; absent when the record is empty. */
  readonly dossier?: string;
  readonly sentences: readonly CheckedSentence[];
  /** How many sentences have each verdict; those without one are left out. */
  readonly counts: Readonly<Partial<Record<CheckedSentence['verdict'], number>>>;
}
