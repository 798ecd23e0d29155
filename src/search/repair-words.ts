import damerauLevenshtein from 'damerau-levenshtein';
import Fuse from 'fuse.js';
import { isEnglish } from './english-words.ts';

/** Finds the word that a misspelt one stands for. */
export interface WordRepairer {
  /** Takes in a word that came on record later. */
  learn(word: string): void;
  /** The known word nearest to a folded one; undefined when it is a word already, or nothing is near enough. */
  repair(word: string): string | undefined;
}

/** Repairs remembered before they are all forgotten: readers repeat their errors, but not without end. */
const REPAIRS_KEPT = 10_000;

/** "Retested" is a word where "tested" is one. */
const PREFIX = /^(?:re|un|non|over|under|mis|pre|out|dis)(?=.{5})/;

/** Typing errors that are still told apart from other words: one in a short word, two in a long one. */
function editsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/** First letters are seldom mistyped; the two first may be swapped. */
function sameBeginning(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** Words of one length that begin with, or have second, one letter; each with the letters it has. */
interface Bucket {
  readonly words: string[];
  readonly letters: number[];
}

/** The letters of a word as bits: an edit changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * A repairer over the record's own words and common ones, the record's before others as near. An edit distance decides,
 * fuse.js only between words as near: it alone scores Iran and Iraq 0.25 apart. `own` may grow by what is learnt.
 */
export function createWordRepairer(own: ReadonlySet<string>, common: ReadonlySet<string> = new Set()): WordRepairer {
  const buckets = new Map<string, Bucket>();
  const known = (word: string) => own.has(word) || common.has(word);
  const repairs = new Map<string, string | undefined>();

  function put(word: string): void {
    if (word.length < 4 || /\d/.test(word)) return;
    for (const letter of word[0] === word[1] ? [word[0]] : [word[0], word[1]]) {
      const key = `${letter}${word.length}`;
      const bucket = buckets.get(key) ?? { words: [], letters: [] };
      if (bucket.words.length === 0) buckets.set(key, bucket);
      bucket.words.push(word);
      bucket.letters.push(lettersOf(word));
    }
  }

  for (const word of own) put(word);
  for (const word of common) if (!own.has(word)) put(word);

  /** The words within the edits allowed, with how many they are. */
  function near(word: string): Map<string, number> {
    const allowed = editsAllowed(word.length);
    const letters = lettersOf(word);
    const found = new Map<string, number>();
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      const bucket = buckets.get(`${word[0]}${length}`);
      for (let n = 0; n < (bucket?.words.length ?? 0); n++) {
        if (countBits(letters ^ (bucket?.letters[n] as number)) > 2 * allowed) continue;
        const candidate = bucket?.words[n] as string;
        if (!sameBeginning(word, candidate)) continue;
        const edits = damerauLevenshtein(word, candidate).steps;
        if (edits <= Math.min(allowed, editsAllowed(length))) found.set(candidate, edits);
      }
    }
    return found;
  }

  function nearest(word: string): string | undefined {
    const edits = near(word);
    const [best] = new Fuse([...edits.keys()], { threshold: 0.5, ignoreLocation: true, includeScore: true })
      .search(word)
      .map(({ item, score = 1 }) => ({ item, score, edits: edits.get(item) as number }))
      .sort(
        (a, b) =>
          a.edits - b.edits ||
          Number(own.has(b.item)) - Number(own.has(a.item)) ||
          a.score - b.score ||
          (a.item < b.item ? -1 : 1),
      );
    return best?.item;
  }

  return {
    learn(word) {
      put(word);
      repairs.clear();
    },
    repair(word) {
      if (word.length < 4 || /\d/.test(word) || known(word) || isEnglish(word) || isEnglish(word.replace(PREFIX, '')))
        return undefined;
      if (repairs.size >= REPAIRS_KEPT) repairs.clear();
      if (!repairs.has(word)) repairs.set(word, nearest(word));
      return repairs.get(word);
    },
  };
}
