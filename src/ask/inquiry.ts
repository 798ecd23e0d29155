import type { IsoDate, Span } from '../record/dossier.ts';
import type { Slot } from '../search/search-index.ts';

/** What a question wants to be told. */
export type Wanted =
  | 'figure'
  | 'who'
  | 'voice'
  | 'name'
  | 'when'
  | 'where'
  | 'why'
  | 'words'
  | 'how'
  | 'yes-no'
  | 'position'
  | 'anything';

/** How the answer is to be laid out and chosen. */
export type InquiryForm = 'facts' | 'timeline' | 'conflicts' | 'sources' | 'compare';

/** One word or name of the question that a claim can carry. */
export interface InquirySlot extends Slot {
  /** As the reader wrote it, for words like "no one called Trump". */
  readonly text: string;
  /** The person or body meant, where it is a name. */
  readonly name?: string;
  /** Whether the record has it, or a word that means the same, anywhere. */
  readonly known: boolean;
  /** How much of the question rests on it: its idf, little for words like "report", 0 for what an earlier question brought. */
  readonly burden: number;
}

/**
 * A question as understood. Plain data, made by `readQuestion`. What it does not state is undefined and not left out:
 * every claim that is found is held against it, which is quicker where all questions are of one shape.
 */
export interface Inquiry {
  /** With typing errors mended. */
  readonly text: string;
  readonly repairs: readonly { readonly written: string; readonly read: string }[];
  readonly wanted: Wanted;
  readonly form: InquiryForm;
  readonly slots: readonly InquirySlot[];
  /** Names that the question capitalises and the record does not have. */
  readonly strangers: readonly string[];
  /** Ids of those who must say so. */
  readonly voices: readonly string[];
  /** Outlets (or agencies they copy) that must have published it. */
  readonly outlets: readonly string[];
  /** Ids of the people and bodies named, voices included. */
  readonly names: readonly string[];
  /** Numbers that the answer must carry. */
  readonly figures: readonly number[];
  /** The record as known at the end of this day. */
  readonly asOf: Span | undefined;
  /** Days that the answer must bear on: any of the spans. */
  readonly during: readonly Span[] | undefined;
  readonly latest: boolean;
  /** Whether it asks who or what someone is. */
  readonly identity: boolean;
  /** How fine the time must be that it asks for, where it says so. */
  readonly grain: 'day' | 'hour' | undefined;
  /** Names between which it asks to choose ("Ri or Baek?"). */
  readonly either: readonly string[];
  /** The stems and meanings of the noun in "which province", where one is asked for. */
  readonly which: readonly string[] | undefined;
  /** The stems and meanings of the noun in "how many lorries", where one is counted. */
  readonly counted: readonly string[] | undefined;
  /** Whether it asks how much falls to one of many ("each", "on average"). */
  readonly apiece: boolean;
  /** Whether it asks for a sum of money ("how much did it cost"). */
  readonly money: boolean;
  /** Whether it asks for a share of a whole ("how many of the dead were children"). */
  readonly part: boolean;
  /** Whether it asks for what is still to come ("when will"). */
  readonly ahead: boolean;
  /** Whether it takes what it asks about for a fact: any question but yes or no, and none that denies. */
  readonly presumes: boolean;
}

/** The last day of a span that has no end. */
export const END_OF_TIME: IsoDate = '9999-12-31';
