import type { ClaimIndex } from '../ask/claim-index.ts';
import { namesIn } from '../reading/lexicon.ts';
import { readTimes, type WrittenTime } from '../reading/read-times.ts';
import type { Claim } from '../record/dossier.ts';
import { analyse } from '../search/analyse.ts';
import { blank } from './assertion.ts';
import { placeTokens } from './place-tokens.ts';
import { type MatterWord, readMatter } from './read-matter.ts';
import { type Quantity, readQuantities } from './read-quantities.ts';

/** A claim made ready to be held against sentences. */
export interface ClaimReading {
  readonly claim: Claim;
  readonly matter: readonly MatterWord[];
  /** Where its main clause ends, in characters; what follows tells of its source or adds to it. */
  readonly mainEnd: number;
  /** Every term that the claim carries, with how firmly: 1 in its statement or a quotation, less in what is filed with it. */
  readonly terms: ReadonlyMap<string, number>;
  /** For a term of the statement, its words there. */
  readonly places: ReadonlyMap<string, readonly MatterWord[]>;
  readonly quantities: readonly Quantity[];
  /** The number that the claim is filed under, in the units of a sentence's numbers. */
  readonly filed?: Pick<Quantity, 'low' | 'high' | 'comparator' | 'unit'>;
  readonly times: readonly WrittenTime[];
  readonly quotes: readonly string[];
  /** The ids of all who are in it: filed, named, and those they speak for. */
  readonly people: ReadonlySet<string>;
  readonly outlets: ReadonlySet<string>;
  /** The stems that tell who says it: names and roles, and its statement. */
  readonly sayer: ReadonlySet<string>;
  /** The stems of the roles of all who are in it: what may stand before their names. */
  readonly titles: ReadonlySet<string>;
}

const MAIN =
  /^.{20,}?(?=[;:]|, (?:according to|which|who|whose|in the words|in [^,]*(?:reading|wording|rendering)|for which|one report)\b)/u;
const FILED = 0.75;
const BESIDE = 0.4;

const readings = new WeakMap<ClaimIndex, Map<Claim, ClaimReading>>();

/** Reads a claim; remembered as long as the index is. */
export function readClaim(index: ClaimIndex, claim: Claim): ClaimReading {
  const known = readings.get(index) ?? new Map<Claim, ClaimReading>();
  readings.set(index, known);
  const found = known.get(claim) ?? read(index, claim);
  known.set(claim, found);
  return found;
}

const COMPARATORS: readonly (readonly [RegExp, Quantity['comparator']])[] = [
  [/\b(?:at least|no fewer|no less|or more|minimum)\b/i, 'least'],
  [/\b(?:not more|no more|at most|up to|as many as|maximum)\b/i, 'most'],
  [/\b(?:more than|over|above|upwards|exceed\w*|in excess)\b/i, 'more'],
  [/\b(?:less than|fewer than|under|below)\b/i, 'less'],
  [/\p{L}/u, 'about'],
];

function filedFigure(index: ClaimIndex, claim: Claim): ClaimReading['filed'] {
  const { figure } = claim;
  if (figure === undefined) return undefined;
  const measure = index.dossier.measures.get(figure.measure);
  const written = `${figure.low} ${measure?.unit ?? ''}`;
  const [read] = readQuantities(written, placeTokens(written));
  const age = /\bage\b/i.test(`${measure?.title} ${measure?.family}`);
  const scale = read && read.low > 0 && figure.low > 0 && !age ? read.low / figure.low : 1;
  const comparator =
    figure.qualifier === undefined
      ? 'exact'
      : (COMPARATORS.find(([words]) => words.test(figure.qualifier as string))?.[1] ?? 'about');
  return {
    low: figure.low * scale,
    high: figure.high * scale,
    comparator,
    unit: age ? 'age' : (read?.unit ?? 'count'),
  };
}

function sayerStems(index: ClaimIndex, { saidBy, statement }: Claim): Set<string> {
  const texts = saidBy.flatMap((id) => {
    const person = index.dossier.people.get(id);
    if (!person) return [];
    // "An activist" may be the head of the organisation that says it.
    const roles = [...index.dossier.people.values()].flatMap(({ role }) => (role?.includes(person.name) ? [role] : []));
    return [person.name, person.role ?? '', ...person.aliases, ...roles];
  });
  return new Set([...texts, statement].flatMap((text) => analyse(text).map((token) => token.stem)));
}

function read(index: ClaimIndex, claim: Claim): ClaimReading {
  const { lexicon, dossier } = index;
  const { statement } = claim;
  const tokens = placeTokens(statement);
  const times = readTimes(statement, { today: '2000-01-01', years: index.years });
  const plain = blank(
    statement,
    times.map(({ start, end }) => [start, end] as const),
  );
  const matter = readMatter(index, statement, tokens, (token) =>
    times.some(({ start, end }) => token.start >= start && token.end <= end),
  );
  const terms = new Map<string, number>();
  const places = new Map<string, MatterWord[]>();
  const add = (term: string, strength: number) => terms.set(term, Math.max(terms.get(term) ?? 0, strength));
  const addText = (text: string, strength: number) => {
    const words = analyse(text);
    const stems = words.map((word) => word.stem);
    for (const word of words) if (!word.stop) add(word.stem, strength);
    for (const match of lexicon.concepts.matches(stems)) add(match.value, strength);
    for (const match of namesIn(lexicon, words)) add(`@${match.value}`, strength);
  };
  for (const token of tokens) if (!token.stop) add(token.stem, 1);
  for (const word of matter) {
    for (const term of word.terms) {
      add(term, 1);
      places.set(term, [...(places.get(term) ?? []), word]);
    }
  }
  const quotes = claim.reports.flatMap((report) => report.quote ?? []);
  for (const quote of quotes) addText(quote, 1);
  for (const part of statement.matchAll(/[“"]([^”"]+)[”"]/gu)) quotes.push(part[1] as string);
  const people = new Set<string>();
  for (const id of [
    ...claim.people,
    ...claim.saidBy,
    ...matter.filter((word) => !word.placed).flatMap((word) => word.names),
  ]) {
    people.add(id);
    for (const principal of lexicon.speaksFor.get(id) ?? []) people.add(principal);
  }
  const titles = new Set<string>();
  for (const id of people) {
    add(`@${id}`, FILED);
    const person = dossier.people.get(id);
    addText(`${person?.name ?? ''}`, BESIDE);
    for (const token of analyse(`${person?.role ?? ''}`)) titles.add(token.stem);
  }
  const measure = claim.figure && dossier.measures.get(claim.figure.measure);
  if (measure) addText(`${measure.title} ${measure.unit ?? ''}`, FILED);
  addText(dossier.topics.get(claim.topic)?.title ?? '', BESIDE);
  const outlets = new Set(
    claim.reports.flatMap(({ article, via }) => [
      article.outlet,
      ...via,
      ...article.copies.map(({ outlet }) => outlet),
    ]),
  );
  for (const outlet of outlets) addText(outlet, BESIDE);
  const filed = filedFigure(index, claim);
  return {
    claim,
    matter,
    mainEnd: MAIN.exec(statement)?.[0].length ?? statement.length,
    terms,
    places,
    quantities: readQuantities(plain, tokens),
    ...(filed === undefined ? {} : { filed }),
    times,
    quotes,
    people,
    outlets,
    sayer: sayerStems(index, claim),
    titles,
  };
}
