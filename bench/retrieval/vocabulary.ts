import { analyse, type Token } from '../../src/search/analyse.ts';
import { createWordRepairer } from '../../src/search/repair-words.ts';

/** The words of a corpus, and what words of a query that are not among them may stand for. */
export interface Vocabulary {
  /** The terms that a word of a query stands for: its own; those it is run together from; the one it misspells; or none. */
  read(token: Token): readonly string[];
  has(term: string): boolean;
  /** Terms that have most of their letters in common with this one, from the first on: of "president" and "presidential". */
  kin(term: string): readonly string[];
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const DIGITS = new Map(NUMBERS.map((word, n) => [word, String(n)]));
/** Letters that kin begin with. */
const ROOT = 5;
/** Of the longer term, the least that kin share. */
const SHARED = 0.8;
/** Letters of the shorter part of words run together. */
const PART = 3;
const NONE: readonly string[] = [];

/** The term under which a word is indexed: its stem, small numbers as digits. */
export function termOf({ word, stem }: Token): string {
  return DIGITS.get(word) ?? stem;
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A vocabulary of the folded words given, and their terms. */
export function createVocabulary(words: ReadonlySet<string>, terms: ReadonlySet<string>): Vocabulary {
  const repairer = createWordRepairer(words);
  const roots = new Map<string, string[]>();
  for (const term of terms) if (term.length >= ROOT && !/\d/.test(term)) put(roots, term.slice(0, ROOT), term);

  /** "climatechange" as the two words that it is made of, where both are known. */
  function partJoined(word: string): string | undefined {
    for (let at = PART; at <= word.length - PART; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (word.length > 2 * PART && words.has(head) && words.has(tail)) return `${head} ${tail}`;
    }
    return undefined;
  }

  function isKin(a: string, b: string): boolean {
    let shared = ROOT;
    while (shared < a.length && a[shared] === b[shared]) shared++;
    return shared >= Math.min(a.length, b.length, SHARED * Math.max(a.length, b.length));
  }

  return {
    has: (term) => terms.has(term),
    read(token) {
      const term = termOf(token);
      if (terms.has(term)) return [term];
      const meant = partJoined(token.word) ?? repairer.repair(token.word);
      return meant === undefined ? NONE : analyse(meant).map(termOf);
    },
    kin: (term) => (roots.get(term.slice(0, ROOT)) ?? NONE).filter((other) => other !== term && isKin(term, other)),
  };
}
