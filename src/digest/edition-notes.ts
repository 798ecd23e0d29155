import { handlingNotes } from '../ask/handling-notes.ts';
import { cite, formatCitation } from '../record/citation.ts';
import type { Claim, IsoDate } from '../record/dossier.ts';
import { newestReport } from '../record/newest-report.ts';
import { claimsOf } from './care.ts';
import type { Part } from './part.ts';
import { words } from './words.ts';

/** How old the newest report is, as a sentence; none for claims without reports. */
export function ageNote(claims: readonly Claim[], today: IsoDate): readonly string[] {
  const newest = newestReport(claims);
  if (newest === undefined) return [];
  const { report, since, dated } = newest;
  const days =
    since === undefined ? undefined : Temporal.PlainDate.from(since).until(today, { largestUnit: 'days' }).days;
  return [words.newest(formatCitation(cite(report)), days, dated)];
}

/** The dossier's notes on what a part shows outside its care section, which carries its own. */
export function handlingNotesOf({ dossier, sections }: Part): readonly string[] {
  const others = sections.filter(({ kind }) => kind !== 'care');
  return handlingNotes(
    dossier,
    others.flatMap(({ items }) => items.flatMap(claimsOf)),
  );
}
