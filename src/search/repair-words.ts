import damerauLevenshtein from 'damerau-levenshtein';
import Fuse from 'fuse.js';
import { isEnglish } from './english-words.ts';

/** Finds the word that a misspelt one stands for. */
export interface WordRepairer {
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

/**
 * A repairer over the record's own words and common ones, the record's before others as near. fuse.js proposes among the words of like length and beginning, an edit distance decides:
 * fuse alone scores Iran and Iraq 0.25 apart.
 */
export function createWordRepairer(own: ReadonlySet<string>, common: ReadonlySet<string> = new Set()): WordRepairer {
  const vocabulary = new Set([...own, ...common]);
  const buckets = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < 4 || /\d/.test(word)) continue;
    for (const letter of new Set([word[0], word[1]])) {
      const key = `${letter}${word.length}`;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(word);
      else buckets.set(key, [word]);
    }
  }
  const repairs = new Map<string, string | undefined>();

  function nearest(word: string): string | undefined {
    const allowed = editsAllowed(word.length);
    const near: string[] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      near.push(...(buckets.get(`${word[0]}${length}`) ?? []));
    }
    const candidates = [...new Set(near)].filter((candidate) => sameBeginning(word, candidate));
    const proposed = new Fuse(candidates, { threshold: 0.5, ignoreLocation: true, includeScore: true }).search(word);
    const [best] = proposed
      .map(({ item, score = 1 }) => ({ item, score, edits: damerauLevenshtein(word, item).steps }))
      .filter(({ item, edits }) => edits <= Math.min(allowed, editsAllowed(item.length)))
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
    repair(word) {
      if (
        word.length < 4 ||
        /\d/.test(word) ||
        vocabulary.has(word) ||
        isEnglish(word) ||
        isEnglish(word.replace(PREFIX, ''))
      )
        return undefined;
      if (repairs.size >= REPAIRS_KEPT) repairs.clear();
      if (!repairs.has(word)) repairs.set(word, nearest(word));
      return repairs.get(word);
    },
  };
}
