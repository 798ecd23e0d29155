import type { Citation } from '../record/citation.ts';
import type { Claim } from '../record/dossier.ts';

/** A word of caution on a claim, with the sentence that readers see. */
export interface Mark {
  readonly kind: 'single-sourced' | 'one-source' | 'superseded' | 'disputed' | 'corrected' | 'retracted';
  /** "single source", "superseded by ... (The Straits Times, 2 Nov 2025)", "disputed: ...". */
  readonly text: string;
  /** Ids of other claims that the text quotes. */
  readonly claims?: readonly string[];
}

/** A claim as an answer shows it. Never without a citation. */
export interface ShownClaim {
  readonly claim: Claim;
  /** Who says so, as readers see it: "Washington", "UPI, in its own voice". */
  readonly voice: string;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly marks: readonly Mark[];
  /**
   * Where a message was amended: what it said, struck out and marked; what stands instead; what was right in its time.
   */
  readonly revision?: 'was' | 'now' | 'overtaken';
}

/** One row of a table of figures that a reader would confuse; `claim` is the claim's id. */
export interface FigureRow {
  readonly claim: string;
  readonly figure: string;
  readonly measure: string;
  readonly voice: string;
  readonly source: string;
}

/**
 * What the record says to a question. Pure data: a surface only lays it out.
 * Invariant: everything in `claims` is in the record; `declined` answers offer the nearest facts there.
 */
export interface Answer {
  readonly declined: boolean;
  /** The dossier's slug; absent when no dossier has anything near the question. */
  readonly dossier?: string;
  /** How the claims are laid out. */
  readonly form: 'facts' | 'figures' | 'timeline' | 'conflicts' | 'sources' | 'brief';
  /** The sentence above the claims: what they are, that they differ, or that the record is silent. */
  readonly lead: string;
  readonly claims: readonly ShownClaim[];
  /** Set when figures of one family differ: at least two rows, in the order of `claims`. */
  readonly table?: readonly FigureRow[];
  /** Lines below the claims: shared sources, handling notes, how old the record is. */
  readonly notes: readonly string[];
  /** Claims that also fit and are not shown. */
  readonly more: number;
}

/** A question with what surrounds it. */
export interface Question {
  readonly ask: string;
  /** Earlier questions of the same thread, oldest first. */
  readonly thread?: readonly string[];
  /** Confines the answer to a topic (a topic command); a topic's id with its dossier's slug. */
  readonly within?: { readonly dossier: string; readonly topic: string };
  /** ISO instant. */
  readonly now: string;
}
