import { type Lexicon, namesIn, stemsOf } from '../reading/lexicon.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse, type Token } from '../search/analyse.ts';
import { type TermBag, toSteps } from '../search/posting-store.ts';
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

/** Collects a document's terms, each once with the most that it counts in any part: a word repeated within a claim's fields does not drown the rest. */
function createCollector() {
  /** For each term, in which bag it stands and where. */
  const turns: number[] = [];
  const places: number[] = [];
  let turn = 0;
  let bag: TermBag = { terms: [], weights: [] };
  return {
    begin(): TermBag {
      turn++;
      bag = { terms: [], weights: [] };
      return bag;
    },
    put(term: number, steps: number): void {
      if (turns[term] === turn) {
        const place = places[term] as number;
        if (steps > (bag.weights[place] as number)) bag.weights[place] = steps;
        return;
      }
      turns[term] = turn;
      places[term] = bag.terms.length;
      bag.terms.push(term);
      bag.weights.push(steps);
    },
  };
}

/** A word as the index has it. */
interface KnownWord {
  readonly term: number;
  /** Whether a claim has it, or only a role or a measure. */
  stated: boolean;
}

/**
 * Reads claims into bags of terms, whose numbers `intern` gives; the words of statements and quotes become words of
 * the lexicon. What someone is gets read once, however many claims have them.
 */
export function createTermReader(
  dossier: Dossier,
  lexicon: Lexicon,
  intern: (term: string) => number,
): (claim: Claim) => TermBag {
  const { begin, put } = createCollector();
  // Equal words are mostly the same token, and finding an object is cheaper than finding a text.
  const words = new Map<Token, KnownWord>();
  const parties = new Map<string, number>();
  const roles = new Map<string, readonly number[]>();

  function party(id: string): number {
    const known = parties.get(id) ?? intern(`@${id}`);
    parties.set(id, known);
    return known;
  }

  function wordOf(token: Token): KnownWord {
    const known = words.get(token) ?? { term: token.stop ? -1 : intern(token.stem), stated: false };
    words.set(token, known);
    return known;
  }

  function putText(text: string, weight: number, stated: boolean): void {
    const steps = toSteps(weight);
    const tokens = analyse(text);
    for (const token of tokens) {
      const word = words.get(token) ?? wordOf(token);
      if (word.term >= 0) put(word.term, steps);
      if (word.stated || !stated) continue;
      word.stated = true;
      lexicon.words.add(token.word);
    }
    for (const { value } of lexicon.concepts.matches(stemsOf(tokens))) put(intern(value), steps);
    for (const { value } of namesIn(lexicon, tokens)) put(party(value), steps);
  }

  function roleOf(id: string): readonly number[] {
    const known =
      roles.get(id) ?? termsOfText(lexicon, dossier.people.get(id)?.role ?? '', ROLE).map(({ term }) => intern(term));
    roles.set(id, known);
    return known;
  }

  function putParty(id: string): void {
    put(party(id), toSteps(PARTY));
    for (const term of roleOf(id)) put(term, toSteps(ROLE));
  }

  return (claim) => {
    const bag = begin();
    putText(claim.statement, 1, true);
    for (const { quote } of claim.reports) if (quote) putText(quote, QUOTE, true);
    for (const id of claim.people) putParty(id);
    for (const id of claim.saidBy) putParty(id);
    const measure = claim.figure && dossier.measures.get(claim.figure.measure);
    if (measure) putText(`${measure.title} ${measure.unit ?? ''} ${measure.family}`, MEASURE, false);
    for (const { term, weight } of calendarTerms(claim)) put(intern(term), toSteps(weight));
    return bag;
  };
}
