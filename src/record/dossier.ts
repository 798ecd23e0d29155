/**
 * The record's vocabulary of types: a dossier, its articles, people and claims.
 * Everything here is plain data, read once from `data/<dossier>/` and never changed.
 */

import type { Aftermath, Amendments } from './amendment.ts';

/** A calendar day as `YYYY-MM-DD`. Days in this form sort and compare as text. */
export type IsoDate = string;

/** An inclusive range of days: a day, a month, a year, or from one to another. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** When an article was published: a day, or the bounds of an undated one with what they rest on. */
export type Published =
  | { readonly kind: 'dated'; readonly date: IsoDate }
  | { readonly kind: 'undated'; readonly notBefore?: IsoDate; readonly notAfter?: IsoDate; readonly basis?: string };

/** A republication of an article elsewhere. */
export interface Copy {
  readonly outlet: string;
  readonly url?: string;
  readonly published?: IsoDate;
}

/** One published piece. `chain` is what it came through, nearest the outlet first. */
export interface Article {
  readonly slug: string;
  readonly outlet: string;
  readonly headline: string;
  readonly url?: string;
  readonly published: Published;
  readonly chain: readonly string[];
  readonly copies: readonly Copy[];
}

/** A person or a body (government, agency, newspaper, unit) that acts or speaks in the story. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'body';
  readonly role?: string;
  readonly aliases: readonly string[];
}

/** A topic of the dossier; `command` is its slash command, with the slash. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly command?: string;
}

/** What a figure counts. Measures of one family are those that a reader would confuse. */
export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly unit?: string;
}

/** A number with its qualifier. A single value has `low === high`. */
export interface Figure {
  readonly measure: string;
  readonly low: number;
  readonly high: number;
  /** As in the article: "some", "around", "more than", "at least". Absent: stated flatly. */
  readonly qualifier?: string;
}

/** Where a claim was published. `via` is the chain of this statement, nearest the outlet first. */
export interface Report {
  readonly article: Article;
  /** Non-empty lines after the headline, counted from 1; the headline is 0. */
  readonly paragraph: number;
  readonly via: readonly string[];
  /** A fragment of at most 12 words of what a person said, verbatim. */
  readonly quote?: string;
}

/** Why a claim is handled with care. */
export type Sensitivity = 'self-harm' | 'health' | 'identity';

/** One checkable statement in the newsroom's own words, with at least one report. */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  readonly topic: string;
  readonly key: boolean;
  /** Ids of the people and bodies that the claim is about. */
  readonly people: readonly string[];
  readonly figure?: Figure;
  /** Ids of those who say so. Empty: the outlet in its own voice. */
  readonly saidBy: readonly string[];
  readonly when?: Span;
  /** Ids of older claims that this one overtakes. */
  readonly supersedes: readonly string[];
  /** Ids of claims that say otherwise; always listed on both sides once loaded. */
  readonly conflictsWith: readonly string[];
  readonly sensitive?: Sensitivity;
  readonly reports: readonly [Report, ...Report[]];
}

/** How the newsroom handles names and sensitive matter, in words shown to its journalists. */
export interface Policy {
  readonly names?: string;
  readonly selfHarm?: string;
  readonly notes?: string;
}

/** One running story. Maps are keyed by id and keep the order of the files. */
export interface Dossier {
  readonly slug: string;
  readonly title: string;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly measures: ReadonlyMap<string, Measure>;
  /** A word of the story and those that mean the same here. */
  readonly vocabulary: ReadonlyMap<string, readonly string[]>;
  readonly policy: Policy;
  readonly articles: ReadonlyMap<string, Article>;
  readonly people: ReadonlyMap<string, Person>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** What editors corrected, retracted or superseded since; empty for a dossier as its folder has it. */
  readonly amendments: Amendments;
  /**
   * What became of claims that read here as they did before they were mended, by id; absent for a dossier as it stands.
   * They are never shown without it.
   */
  readonly since?: ReadonlyMap<string, Aftermath>;
}
