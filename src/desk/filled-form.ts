/** Somebody named in a form: on record, or typed in because they are not. */
export type Named =
  | { readonly kind: 'on-record'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string; readonly as: 'person' | 'body' };

/** The part of a form that says what a claim is, as entered; a text is empty where nothing was. */
export interface FilledClaim {
  readonly statement: string;
  /** The topic's id. */
  readonly topic: string;
  readonly saidBy: readonly Named[];
  readonly people: readonly Named[];
  /** The measure's id. */
  readonly measure: string;
  /** "12,000", "10,000-12,000", "1.5 million". */
  readonly value: string;
  readonly qualifier: string;
  /** A day, a month, a year, or from one to another: `2025-02/2025-04`. */
  readonly when: string;
  readonly key: boolean;
  /** A `Sensitivity`, or empty. */
  readonly sensitive: string;
}

/** An article that is not on record, as entered. Days are `YYYY-MM-DD`. */
export interface FilledArticle {
  readonly outlet: string;
  readonly headline: string;
  readonly url: string;
  readonly published: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly basis: string;
  /** Newsrooms that it came through, nearest the outlet first, with commas between. */
  readonly chain: string;
}

/** The part of a form that says where a claim was published, as entered. */
export interface FilledReport {
  /** The slug of an article on record; empty where none was chosen or the article is new. */
  readonly article: string;
  /** Absent where the article is to be one on record. */
  readonly newArticle?: FilledArticle;
  readonly paragraph: string;
  readonly quote: string;
}

/** A field of a form. */
export type FormField = keyof FilledClaim | keyof FilledArticle | Exclude<keyof FilledReport, 'newArticle'>;

/** What is wrong with a form, a sentence or two a field. Never empty where it is given. */
export type FormMistakes = { readonly [field in FormField]?: string };

/** A form in which nothing has been entered. */
export const EMPTY_CLAIM: FilledClaim = {
  statement: '',
  topic: '',
  saidBy: [],
  people: [],
  measure: '',
  value: '',
  qualifier: '',
  when: '',
  key: false,
  sensitive: '',
};

/** A new article of which nothing has been entered. */
export const EMPTY_ARTICLE: FilledArticle = {
  outlet: '',
  headline: '',
  url: '',
  published: '',
  notBefore: '',
  notAfter: '',
  basis: '',
  chain: '',
};

/** A report of which nothing has been entered. */
export const EMPTY_REPORT: FilledReport = { article: '', paragraph: '', quote: '' };

/** The most characters that a field takes, and the most people that one of people takes. */
export const LONGEST = {
  statement: 600,
  value: 40,
  qualifier: 40,
  when: 40,
  outlet: 60,
  headline: 300,
  url: 1000,
  basis: 300,
  chain: 200,
  paragraph: 6,
  quote: 200,
  name: 60,
  names: 15,
} as const;
