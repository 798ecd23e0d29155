import { type Lexicon, namesIn, stemsOf } from '../reading/lexicon.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse, type Token } from '../search/analyse.ts';
import type { PhraseMatch } from '../search/phrase-table.ts';
import { toSteps } from '../search/posting-store.ts';
import type { IndexBuilder, WeightedTerm } from '../search/search-index.ts';
import { withRoom } from '../search/with-room.ts';

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

/** Takes the terms of a claim, each once with the most that it counts in any part: a word repeated within its fields does not drown the rest. */
export type TermSink = Pick<IndexBuilder, 'intern' | 'put'>;

/** What is known of each word, by its number. */
interface WordNotes {
  /** Its term, and two more; 1 for a stop word; 0 for a word not met yet. */
  terms: Uint32Array;
  flags: Uint8Array;
  /** What it means by itself. */
  readonly meanings: (readonly number[])[];
}

const STATED = 1;
/** It has a meaning; it begins words that mean something together. */
const MEANS = 2;
const GOES_ON = 4;

/**
 * Reads claims into terms for `sink`, of which it has the numbers; the words of statements and quotes become words of
 * the lexicon. What someone is gets read once, however many claims have them.
 */
export function createTermReader(dossier: Dossier, lexicon: Lexicon, sink: TermSink): (claim: Claim) => void {
  const { intern, put } = sink;
  const notes: WordNotes = { terms: new Uint32Array(1024), flags: new Uint8Array(1024), meanings: [] };
  const parties = new Map<string, number>();
  const roles = new Map<string, readonly number[]>();
  const meanings = new Map<string, number>();
  const months: (readonly number[])[] = [];

  function party(id: string): number {
    const known = parties.get(id) ?? intern(`@${id}`);
    parties.set(id, known);
    return known;
  }

  function meaning(concept: string): number {
    const known = meanings.get(concept) ?? intern(concept);
    meanings.set(concept, known);
    return known;
  }

  /** Notes what a word is. */
  function note({ number, stop, stem }: Token): void {
    notes.terms = withRoom(notes.terms, number + 1);
    notes.flags = withRoom(notes.flags, number + 1);
    notes.terms[number] = stop ? 1 : intern(stem) + 2;
    const values = lexicon.concepts.valuesOf(stem);
    if (values.length > 0) notes.meanings[number] = values.map(meaning);
    notes.flags[number] = (values.length > 0 ? MEANS : 0) | (lexicon.concepts.goesOn(stem) ? GOES_ON : 0);
  }

  /** A word that has no number. */
  function putUnnoted({ stop, stem, word }: Token, steps: number, stated: boolean): number {
    if (!stop) put(intern(stem), steps);
    if (stated) lexicon.words.add(word);
    for (const value of lexicon.concepts.valuesOf(stem)) put(meaning(value), steps);
    return lexicon.concepts.goesOn(stem) ? GOES_ON : 0;
  }

  /** Puts a word and what it means; gives its flags. */
  function putWord(token: Token, steps: number, stated: boolean): number {
    const { number } = token;
    if (number < 0) return putUnnoted(token, steps, stated);
    if (number >= notes.terms.length || notes.terms[number] === 0) note(token);
    const term = notes.terms[number] as number;
    const flags = notes.flags[number] as number;
    if (term > 1) put(term - 2, steps);
    if ((flags & MEANS) !== 0) for (const concept of notes.meanings[number] as readonly number[]) put(concept, steps);
    if (stated && (flags & STATED) === 0) {
      notes.flags[number] = flags | STATED;
      lexicon.words.add(token.word);
    }
    return flags;
  }

  function putText(text: string, weight: number, stated: boolean): void {
    const steps = toSteps(weight);
    const tokens = analyse(text);
    const concepts: PhraseMatch<string>[] = [];
    let stems: string[] | undefined;
    for (let at = 0; at < tokens.length; at++) {
      if ((putWord(tokens[at] as Token, steps, stated) & GOES_ON) === 0) continue;
      stems ??= stemsOf(tokens);
      lexicon.concepts.collect(stems, at, concepts);
    }
    for (const { value } of concepts) put(meaning(value), steps);
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

  /** The month that a claim tells of, as words; none where it tells of several. */
  function putMonth({ when }: Claim): void {
    if (!when?.to.startsWith(when.from.slice(0, 7))) return;
    const month = Number(when.from.slice(5, 7)) - 1;
    const terms = months[month] ?? analyse(MONTHS[month] as string).map(({ stem }) => intern(stem));
    months[month] = terms;
    for (const term of terms) put(term, toSteps(CALENDAR));
  }

  return (claim) => {
    putText(claim.statement, 1, true);
    for (const { quote } of claim.reports) if (quote) putText(quote, QUOTE, true);
    for (const id of claim.people) putParty(id);
    for (const id of claim.saidBy) putParty(id);
    const measure = claim.figure && dossier.measures.get(claim.figure.measure);
    if (measure) putText(`${measure.title} ${measure.unit ?? ''} ${measure.family}`, MEASURE, false);
    putMonth(claim);
  };
}
