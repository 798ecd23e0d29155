import { dayOfAct, isMending } from '../record/as-read.ts';
import { formatDate } from '../record/citation.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import type { Mark } from './answer.ts';
import { words } from './words.ts';

/** That a claim was corrected before it read as it does, and what became of it since where it is shown as it read then. */
export function amendmentMarks({ amendments, since }: Dossier, { id }: Claim): Mark[] {
  const marks: Mark[] = [];
  const aftermath = since?.get(id);
  if (aftermath !== undefined) {
    const { mending, now } = aftermath;
    const [day, why, source] = [formatDate(dayOfAct(mending)), mending.why, mending.source];
    // What needs care is not told in passing, without the notes on handling it.
    const told = now?.sensitive === undefined ? now?.statement : undefined;
    if (mending.kind === 'retracted')
      marks.push({ kind: 'retracted', text: words.retractedSince(day, why, source, told) });
    else if (now === undefined) marks.push({ kind: 'corrected', text: words.correctedAndGone(day, why, source) });
    else marks.push({ kind: 'corrected', text: words.correctedSince(day, why, source, told) });
  }
  const last = amendments.get(id)?.findLast(isMending);
  if (last?.kind === 'corrected')
    marks.push({ kind: 'corrected', text: words.corrected(formatDate(dayOfAct(last)), last.why, last.source) });
  return marks;
}

/** What is told of a claim in passing; where it is told as it read before it was mended, with a word that says so. */
export function mendedSince({ since }: Dossier, { id }: Claim, told: string): string {
  const mending = since?.get(id)?.mending;
  return mending === undefined ? told : `${told}, ${words.mendedSince[mending.kind]}`;
}
