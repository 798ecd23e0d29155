import { fold, stemOf } from '../search/analyse.ts';
import { STOP_WORDS } from '../search/stop-words.ts';
import type { ClaimIndex } from './claim-index.ts';
import { LIGHT_WORDS } from './question-grammar.ts';

/** A question with its typing errors mended, and what was mended. */
export interface MendedText {
  readonly text: string;
  readonly repairs: readonly { readonly written: string; readonly read: string }[];
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?=['’]s\b)|[\p{L}\p{M}][\p{L}\p{M}\p{N}]+/gu;

/** How chat writes the words that questions are made of; nothing worth telling the reader. */
const CHAT: Readonly<Record<string, string>> = {
  wat: 'what',
  wot: 'what',
  wht: 'what',
  whats: "what's",
  whos: "who's",
  wheres: "where's",
  whens: "when's",
  hows: "how's",
  wen: 'when',
  wher: 'where',
  hw: 'how',
  hav: 'have',
  abt: 'about',
  bout: 'about',
  r: 'are',
  u: 'you',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  cos: 'because',
  coz: 'because',
  nr: 'number',
  govt: 'government',
  yday: 'yesterday',
};

/** Shorter words are too much alike to be mended by what stands beside them. */
const MENDED_FROM = 3;

/** Whether the record has the word or one that means the same, or any question may have it. */
function isAtHome(index: ClaimIndex, word: string): boolean {
  if (STOP_WORDS.has(word) || LIGHT_WORDS.has(word) || index.lexicon.words.has(word)) return true;
  const stem = stemOf(word);
  return (
    index.terms.has(stem) || index.lexicon.concepts.matches([stem]).some((concept) => index.terms.has(concept.value))
  );
}

/** Two words of the record written as one, where they stand side by side. */
function splitInTwo(index: ClaimIndex, word: string): string | undefined {
  const isWord = (part: string) => index.lexicon.words.has(part) || STOP_WORDS.has(part);
  const heads = Array.from({ length: Math.max(0, word.length - 3) }, (_, n) => n + 2)
    .filter((at) => isWord(word.slice(0, at)) && isWord(word.slice(at)))
    .flatMap((at) => [word.slice(0, at), word.slice(at)]);
  return heads.length === 0 ? undefined : index.neighbours(heads).split(word);
}

/** The word of the record that is meant, if it stands beside those that the question has beside it. */
function mendBetween(index: ClaimIndex, word: string, before?: string, after?: string): string | undefined {
  const beside = [before, after].filter((other) => other !== undefined);
  return beside.length === 0 ? undefined : index.neighbours(beside).mend(word, before, after);
}

/**
 * Reads words that the record lacks by the words beside them: "filing line" where it has a "filling line", English or
 * not; two written as one, one written as two.
 */
function mendByNeighbours(index: ClaimIndex, text: string, repairs: { written: string; read: string }[]): string {
  const found = [...text.matchAll(WORD)];
  const words = found.map(([written]) => fold(written));
  const beside = (at: number) => {
    const word = words[at];
    return word === undefined || STOP_WORDS.has(word) ? undefined : word;
  };
  let mended = text;
  for (let at = found.length - 1; at >= 0; at--) {
    const match = found[at] as RegExpExecArray;
    const word = words[at] as string;
    if (word.length < MENDED_FROM || isAtHome(index, word)) continue;
    const next = found[at + 1];
    const whole = `${word}${words[at + 1] ?? ''}`;
    const joins =
      next !== undefined && index.lexicon.words.has(whole) && !index.lexicon.words.has(words[at + 1] as string);
    const read = joins ? whole : (splitInTwo(index, word) ?? mendBetween(index, word, beside(at - 1), beside(at + 1)));
    if (read === undefined) continue;
    const end = joins ? next.index + next[0].length : match.index + match[0].length;
    repairs.push({ written: text.slice(match.index, end), read });
    mended = mended.slice(0, match.index) + read + mended.slice(end);
    words[at] = read;
  }
  return mended;
}

/** Replaces words that neither English nor the record knows by the record's nearest, and those that their neighbours give away. */
export function mendWords(index: ClaimIndex, question: string): MendedText {
  const repairs: { written: string; read: string }[] = [];
  const text = question.replace(WORD, (written) => {
    const plain = CHAT[written];
    if (plain !== undefined) return plain;
    const read = index.repairer.repair(fold(written));
    if (read === undefined) return written;
    repairs.push({ written, read });
    return /^\p{Lu}/u.test(written) ? read[0]?.toUpperCase() + read.slice(1) : read;
  });
  return { text: mendByNeighbours(index, text, repairs), repairs };
}
