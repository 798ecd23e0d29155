import type { ClaimIndex } from '../ask/claim-index.ts';
import { dayOfAct } from '../record/as-read.ts';
import { formatDate } from '../record/citation.ts';
import type { CheckedSentence } from './checked-copy.ts';
import { attributionOf, sourceOf } from './explain.ts';
import type { TakenBack } from './find-taken-back.ts';
import { words } from './words.ts';

/** When and why editors took back what a sentence repeats, with what the record has instead. */
export function explainTakenBack(
  index: ClaimIndex,
  { mending, now }: TakenBack,
): Pick<CheckedSentence, 'reason' | 'suggestion'> {
  const told = [formatDate(dayOfAct(mending)), mending.why, mending.source] as const;
  if (now === undefined) return { reason: words.takenOut(mending.kind, ...told) };
  return {
    reason: words.corrected(...told, `${now.statement} (${sourceOf(now)})`),
    suggestion: attributionOf(index, now),
  };
}
