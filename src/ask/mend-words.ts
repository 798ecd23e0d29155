import { fold } from '../search/analyse.ts';
import type { ClaimIndex } from './claim-index.ts';

/** A question with its typing errors mended, and what was mended. */
export interface MendedText {
  readonly text: string;
  readonly repairs: readonly { readonly written: string; readonly read: string }[];
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?=['’]s\b)|[\p{L}\p{M}][\p{L}\p{M}\p{N}]+/gu;

/** Replaces words that neither English nor the record knows by the record's nearest, where one is near enough. */
export function mendWords(index: ClaimIndex, question: string): MendedText {
  const repairs: { written: string; read: string }[] = [];
  const text = question.replace(WORD, (written) => {
    const read = index.repairer.repair(fold(written));
    if (read === undefined) return written;
    repairs.push({ written, read });
    return /^\p{Lu}/u.test(written) ? read[0]?.toUpperCase() + read.slice(1) : read;
  });
  return { text, repairs };
}
