import { claimText, revisionText } from '../ask/plain-text.ts';
import type { CheckedCopy, CheckedSentence } from './checked-copy.ts';
import { words } from './words.ts';

/** The order in which an editor wants them: worst first. */
export const WORST_FIRST = [
  'contradicted',
  'misattributed',
  'outdated',
  'conflicting-sources',
  'unsupported',
  'supported',
  'nothing-to-check',
] as const satisfies readonly CheckedSentence['verdict'][];

/** The sentences that claim something, worst first, then in the order of the copy. */
export function worstFirst({ sentences }: CheckedCopy): readonly CheckedSentence[] {
  return WORST_FIRST.filter((verdict) => verdict !== 'nothing-to-check').flatMap((verdict) =>
    sentences.filter((sentence) => sentence.verdict === verdict),
  );
}

/** One sentence's result as plain text: the verdict, the sentence, the reason, the claims it rests on. */
export function sentenceText({ text, verdict, reason, claims, suggestion }: CheckedSentence): string {
  return [
    `${words.label(verdict)}: ${text.replace(/\s+/g, ' ')}`,
    ...(reason ? [`  ${reason}`] : []),
    ...claims.map((shown) => `  • ${revisionText(shown)}${claimText(shown)}`),
    ...(suggestion === undefined ? [] : [`  ${words.paste(suggestion)}`]),
  ].join('\n');
}

/** A check as plain text: how many of each, then sentence by sentence, worst first. */
export function checkText(result: CheckedCopy): string {
  const checked = worstFirst(result);
  if (checked.length === 0) return words.nothing;
  const counts = WORST_FIRST.flatMap((verdict) => {
    const count = result.counts[verdict];
    return count ? [words.count(verdict, count)] : [];
  });
  return [words.summary(counts), words.onTheRecord, ...checked.map(sentenceText)].join('\n\n');
}
