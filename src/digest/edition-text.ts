import { claimText } from '../ask/plain-text.ts';
import type { Edition, EditionItem, EditionSection } from './edition.ts';
import { words } from './words.ts';

/** How much of an edition is written out. */
export interface EditionTextOptions {
  /** Items a section at most; what is left out is counted. Corrections are never left out. Absent: all of them. */
  readonly most?: number;
}

/** An edition as plain text: what a screen reader, a notification and a terminal show. Every claim has a line with its citations. */
export function editionText(edition: Edition, { most = Number.POSITIVE_INFINITY }: EditionTextOptions = {}): string {
  const notes = edition.notes.join('\n');
  if (edition.kind === 'quiet') return [edition.lead, notes].filter(Boolean).join('\n');
  return [
    [edition.title, edition.lead].join('\n'),
    ...edition.sections.map((section) => sectionText(section, section.kind === 'corrections' ? undefined : most)),
    notes,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function sectionText({ title, note, items, more }: EditionSection, most = items.length): string {
  const left = Math.max(items.length - most, 0) + more;
  return [
    title,
    ...(note === undefined ? [] : [note]),
    ...items.slice(0, most).map(itemText),
    ...(left > 0 ? [words.more(left)] : []),
  ].join('\n');
}

/** An item's lines: a label or a single claim on the first, what it became and the reason under it. */
function itemText({ label, was, now, why }: EditionItem): string {
  const because = why === undefined ? [] : [`  ${words.because(why)}`];
  const [first, ...others] = now;
  if (was.length === 0 && first && others.length === 0) {
    return [`• ${label === undefined ? '' : `${label}: `}${claimText(first)}`, ...because].join('\n');
  }
  const lines = [
    ...now.map((shown) => `${words.now}: ${claimText(shown)}`),
    ...was.map((shown) => `${words.was}: ${claimText(shown)}`),
    ...because.map((line) => line.trim()),
  ];
  const labelled = label === undefined ? lines : [label, ...lines];
  return labelled.map((line, n) => (n === 0 ? `• ${line}` : `  ${line}`)).join('\n');
}
