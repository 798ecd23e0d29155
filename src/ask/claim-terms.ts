import { type Lexicon, namesIn, stemsOf } from '../reading/lexicon.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse, type Token } from '../search/analyse.ts';
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

/** What is known of each word that has a number: its term, where it has matter, and what it may be. */
interface WordNotes {
  /** Its term, and two more; 1 for a stop word; 0 for a word not met yet. */
  terms: Uint32Array;
  flags: Uint8Array;
}

const STATED = 1;
const BEGINS_CONCEPT = 2;

/**
 * Reads claims into terms for `sink`, of which it has the numbers; the words of statements and quotes become words of
 * the lexicon. What someone is gets read once, however many claims have them.
 */
export function createTermReader(dossier: Dossier, lexicon: Lexicon, sink: TermSink): (claim: Claim) => void {
  const { intern, put } = sink;
  const notes: WordNotes = { terms: new Uint32Array(1024), flags: new Uint8Array(1024) };
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

  /** Notes what a word is, if it has a number; gives its flags. */
  function note({ number, stop, stem }: Token): number {
    const flags = lexicon.concepts.begins(stem) ? BEGINS_CONCEPT : 0;
    if (number < 0) return flags;
    notes.terms = withRoom(notes.terms, number + 1);
    notes.flags = withRoom(notes.flags, number + 1);
    notes.terms[number] = stop ? 1 : intern(stem) + 2;
    notes.flags[number] = flags;
    return flags;
  }

  function putWord(token: Token, steps: number, stated: boolean): number {
    const { number } = token;
    let known = number >= 0 && number < notes.terms.length ? (notes.terms[number] as number) : 0;
    const flags = known === 0 ? note(token) : (notes.flags[number] as number);
    if (known === 0) known = number >= 0 ? (notes.terms[number] as number) : token.stop ? 1 : intern(token.stem) + 2;
    if (known > 1) put(known - 2, steps);
    if (stated && (flags & STATED) === 0) {
      if (number >= 0) notes.flags[number] = flags | STATED;
      lexicon.words.add(token.word);
    }
    return flags;
  }

  function putText(text: string, weight: number, stated: boolean): void {
    const steps = toSteps(weight);
    const tokens = analyse(text);
    let stems: string[] | undefined;
    for (let at = 0; at < tokens.length; at++) {
      if ((putWord(tokens[at] as Token, steps, stated) & BEGINS_CONCEPT) === 0) continue;
      stems ??= stemsOf(tokens);
      for (const { value } of lexicon.concepts.at(stems, at)) put(meaning(value), steps);
    }
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
