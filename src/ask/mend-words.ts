import { fold } from '../search/analyse.ts';
import type { ClaimIndex } from './claim-index.ts';

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

/** Replaces words that neither English nor the record knows by the record's nearest, where one is near enough. */
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
  return { text, repairs };
}
