import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse, type Token } from '../search/analyse.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from '../search/phrase-table.ts';
import { THESAURUS } from '../search/thesaurus.ts';
import { readAffiliations } from './affiliations.ts';
import { createNameTable, type NameTable } from './name-table.ts';

/** The names and words of one dossier, as they are met in running text. */
export interface Lexicon {
  /** People and bodies by any of their names; the value is the id. */
  readonly people: NameTable;
  /** Outlets and the agencies they copy, by name as the record writes it. */
  readonly outlets: PhraseTable<string>;
  /** Single words that belong to the name of one outlet only ("Courier"); found where they are written as a name. */
  readonly outletWords: PhraseTable<string>;
  /** Words that mean the same: the dossier's vocabulary and the newsroom's thesaurus. */
  readonly concepts: PhraseTable<string>;
  /** For a person or body, those on whose behalf it speaks (an official for the ministry, a ministry for its government). */
  readonly speaksFor: ReadonlyMap<string, ReadonlySet<string>>;
  /** For a person or body, those who speak on its behalf, itself included. */
  readonly spokenForBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those whom no outlet names. */
  readonly unnamed: ReadonlySet<string>;
  /** Every word of names, outlets, topics, measures and the vocabulary, folded, and those of claims as they are read. */
  readonly words: Set<string>;
}

/** The words of outlets' names that one outlet alone has. */
function addOutletWords(table: PhraseTable<string>, publishers: ReadonlySet<string>): void {
  const owners = new Map<string, Set<string>>();
  for (const outlet of publishers) {
    for (const token of analyse(outlet)) {
      if (!token.stop && token.word.length > 3)
        owners.set(token.word, (owners.get(token.word) ?? new Set()).add(outlet));
    }
  }
  for (const [word, outlets] of owners) {
    const [outlet, ...others] = outlets;
    if (outlet !== undefined && others.length === 0) table.add([word], outlet);
  }
}

/** The stems of a text in order, stop words included. */
export function stemsOf(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.stem);
}

const UNNAMED = /\b(?:not named|unnamed|unidentified|anonymous|not identified)\b/i;
const ASIDE = /\s*\([^)]*\)|,\s*(?:not named|unnamed|unidentified|anonymous|not identified)\b.*/gi;

/** The names of a person or body as a reader may write them: in full, aliases, a person's first and last name where only one has it. */
function namesOf(dossier: Dossier): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const shortForms = new Map<string, Set<string>>();
  for (const person of dossier.people.values()) {
    const full = person.name.replace(ASIDE, '').trim();
    names.set(person.id, [full, ...person.aliases]);
    const words = full.split(/\s+/);
    const short =
      person.kind === 'person' && !UNNAMED.test(person.name)
        ? [words[0], words.at(-1)].filter((word): word is string => word !== undefined && /^\p{Lu}.{2,}/u.test(word))
        : words.length > 2
          ? [
              words
                .filter((word) => /^\p{Lu}/u.test(word))
                .map((word) => word[0])
                .join(''),
            ]
          : [];
    for (const form of new Set(short)) {
      if (form.length < 3) continue;
      shortForms.set(form, (shortForms.get(form) ?? new Set()).add(person.id));
    }
  }
  const taken = new Set([...names.values()].flat().map((name) => name.toLowerCase()));
  for (const [form, ids] of shortForms) {
    const [id, ...others] = ids;
    if (id !== undefined && others.length === 0 && !taken.has(form.toLowerCase())) names.get(id)?.push(form);
  }
  return names;
}

/** A name as its stems without stop words at its edges ("The Straits Times" is found as "Straits Times"). */
function nameStems(name: string): string[] {
  const tokens = analyse(name);
  while (tokens.length > 1 && tokens[0]?.stop) tokens.shift();
  return stemsOf(tokens);
}

function outletNames(dossier: Dossier): Set<string> {
  const names = new Set<string>();
  for (const article of dossier.articles.values()) {
    names.add(article.outlet);
    for (const copy of article.copies) names.add(copy.outlet);
    for (const source of article.chain) names.add(source);
  }
  for (const claim of dossier.claims.values()) {
    for (const report of claim.reports) for (const source of report.via) names.add(source);
  }
  return names;
}

/** Adds a phrase as it is and with its hyphenated parts run together ("Gyeore-eol", "Gyeoreeol"). */
function addName<Value>(table: PhraseTable<Value>, name: string, value: Value): void {
  table.add(nameStems(name), value);
  if (name.includes('-')) table.add(nameStems(name.replaceAll('-', '')), value);
}

function collectWords(
  dossier: Dossier,
  names: ReadonlyMap<string, readonly string[]>,
  outlets: ReadonlySet<string>,
): Set<string> {
  const words = new Set<string>();
  const add = (text: string) => {
    for (const token of analyse(text)) words.add(token.word);
  };
  for (const list of names.values()) {
    for (const name of list) {
      add(name);
      if (name.includes('-')) add(name.replaceAll('-', ''));
    }
  }
  for (const outlet of outlets) add(outlet);
  for (const [word, synonyms] of dossier.vocabulary) for (const phrase of [word, ...synonyms]) add(phrase);
  for (const measure of dossier.measures.values()) add(measure.title);
  for (const topic of dossier.topics.values()) add(topic.title);
  return words;
}

function inverted(relation: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const inverse = new Map<string, Set<string>>();
  for (const [from, many] of relation) for (const to of many) inverse.set(to, (inverse.get(to) ?? new Set()).add(from));
  return inverse;
}

/** Gathers a dossier's names and words. */
export function createLexicon(dossier: Dossier): Lexicon {
  const people = createNameTable();
  const outlets = createPhraseTable<string>();
  const concepts = createPhraseTable<string>();
  const names = namesOf(dossier);
  const outletList = outletNames(dossier);
  for (const [id, list] of names) for (const name of list) people.add(name, id);
  for (const outlet of outletList) addName(outlets, outlet, outlet);
  const outletWords = createPhraseTable<string>();
  addOutletWords(outletWords, new Set([...dossier.articles.values()].map((article) => article.outlet)));
  THESAURUS.forEach((group, n) => {
    for (const word of group) concepts.add(stemsOf(analyse(word)), `~${n}`);
  });
  for (const [word, synonyms] of dossier.vocabulary) {
    for (const phrase of [word, ...synonyms]) concepts.add(stemsOf(analyse(phrase)), `~${word}`);
  }
  const speaksFor = readAffiliations(dossier, people);
  return {
    people,
    outlets,
    outletWords,
    concepts,
    speaksFor,
    spokenForBy: inverted(speaksFor),
    unnamed: new Set(
      [...dossier.people.values()]
        .filter((person) => UNNAMED.test(person.name) || !/\p{Lu}/u.test(person.name))
        .map((person) => person.id),
    ),
    words: collectWords(dossier, names, outletList),
  };
}

/** The people and bodies named in a text, longest name first at each place. */
export function namesIn(lexicon: Lexicon, tokens: readonly Token[]): PhraseMatch<string>[] {
  return lexicon.people.longest(tokens);
}

/** Whether a claim is said by someone, or by one who speaks on their behalf. */
export function isSaidBy(lexicon: Lexicon, claim: Claim, voice: string): boolean {
  return claim.saidBy.some((id) => lexicon.speaksFor.get(id)?.has(voice) ?? id === voice);
}

/** Those by whom a claim can be said for it to be someone's word. */
export function speakersFor(lexicon: Lexicon, voice: string): ReadonlySet<string> {
  return lexicon.spokenForBy.get(voice) ?? new Set([voice]);
}
