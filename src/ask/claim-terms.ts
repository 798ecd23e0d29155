import { type Lexicon, namesIn, stemsOf } from '../reading/lexicon.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse } from '../search/analyse.ts';
import type { WeightedTerm } from '../search/search-index.ts';

// What a claim's parts count beside its statement.
const QUOTE = 0.7;
const PARTY = 0.6;
const MEASURE = 0.5;
const ROLE = 0.3;
const CALENDAR = 0.3;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The stems, meanings and names of a text, each with a weight. */
export function termsOfText(lexicon: Lexicon, text: string, weight: number): WeightedTerm[] {
  const tokens = analyse(text);
  const words = tokens.filter((token) => !token.stop).map((token) => ({ term: token.stem, weight }));
  const concepts = new Set(lexicon.concepts.matches(stemsOf(tokens)).map((match) => match.value));
  const names = new Set(namesIn(lexicon, tokens).map((match) => `@${match.value}`));
  return [...words, ...[...concepts, ...names].map((term) => ({ term, weight }))];
}

function calendarTerms(claim: Claim): WeightedTerm[] {
  if (!claim.when || claim.when.from.slice(0, 7) !== claim.when.to.slice(0, 7)) return [];
  const month = MONTHS[Number(claim.when.from.slice(5, 7)) - 1] as string;
  return analyse(month).map((token) => ({ term: token.stem, weight: CALENDAR }));
}

/** Each term once a part, so that a word repeated within a claim's fields does not drown the rest. */
function distinct(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const best = new Map<string, number>();
  for (const { term, weight } of terms) best.set(term, Math.max(best.get(term) ?? 0, weight));
  return [...best].map(([term, weight]) => ({ term, weight }));
}

/** Reads claims into terms; what a person or a measure is gets read once, however many claims have it. */
export function createTermReader(dossier: Dossier, lexicon: Lexicon): (claim: Claim) => WeightedTerm[] {
  const described = new Map<string, readonly WeightedTerm[]>();
  function describe(text: string, weight: number): readonly WeightedTerm[] {
    const known = described.get(text) ?? termsOfText(lexicon, text, weight);
    described.set(text, known);
    return known;
  }
  return (claim) => {
    const parties = [...claim.people, ...claim.saidBy];
    const measure = claim.figure && dossier.measures.get(claim.figure.measure);
    return distinct([
      ...termsOfText(lexicon, claim.statement, 1),
      ...claim.reports.flatMap((report) => (report.quote ? termsOfText(lexicon, report.quote, QUOTE) : [])),
      ...parties.map((id) => ({ term: `@${id}`, weight: PARTY })),
      ...parties.flatMap((id) => describe(dossier.people.get(id)?.role ?? '', ROLE)),
      ...(measure ? describe(`${measure.title} ${measure.unit ?? ''} ${measure.family}`, MEASURE) : []),
      ...calendarTerms(claim),
    ]);
  };
}
