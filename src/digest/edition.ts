import type { ShownClaim } from '../ask/answer.ts';

/**
 * What an item tells. `corrected` and `retracted` are editors' acts; `revised` and `withdrawn` are claims that the data
 * folder changed or dropped; `standing` is a claim as it stands, in a first edition.
 */
export type ItemKind =
  | 'corrected'
  | 'retracted'
  | 'revised'
  | 'withdrawn'
  | 'figure'
  | 'new'
  | 'superseded'
  | 'sourcing'
  | 'standing';

/** One thing that an edition tells. `was` and `now` are never both empty. */
export interface EditionItem {
  readonly kind: ItemKind;
  /** The measure of a figure, or what changed in the sourcing; absent where the claims say it all. */
  readonly label?: string;
  /** What readers knew. Everything here that no longer holds carries a mark that says so. */
  readonly was: readonly ShownClaim[];
  /** What stands. Everything here is in the record at the later moment. */
  readonly now: readonly ShownClaim[];
  /** The editor's reason and what shows it. */
  readonly why?: string;
}

/** A run of items under one title. Items on self-harm and health are in `care` sections, which come last. */
export interface EditionSection {
  readonly kind: 'corrections' | 'figures' | 'new' | 'superseded' | 'sourcing' | 'topic' | 'care';
  readonly title: string;
  /** The dossier's slug. */
  readonly dossier: string;
  /** The topic's id, of `new` and `topic` sections. */
  readonly topic?: string;
  /** How to handle what follows: goes between the title and the items. */
  readonly note?: string;
  readonly items: readonly EditionItem[];
  /** Claims that stand on record and are not among the items. */
  readonly more: number;
}

/**
 * One digest post, whole: a surface lays it out and cuts it to size by whole items.
 * `first` shows the record as it stands, `news` what changed, `quiet` says in its lead alone that nothing did.
 */
export interface Edition {
  readonly kind: 'first' | 'news' | 'quiet';
  readonly title: string;
  /** One sentence of counts; never a claim. */
  readonly lead: string;
  readonly sections: readonly EditionSection[];
  /** Lines below: how old the newest report is, handling notes, lateness. */
  readonly notes: readonly string[];
}

/** What is to be sent: an edition, or nothing because nothing changed and the channel wants no word of that. */
export type EditionDecision = { readonly kind: 'edition'; readonly edition: Edition } | { readonly kind: 'silent' };

/** A topic of a dossier. */
export interface TopicRef {
  readonly dossier: string;
  readonly topic: string;
}
