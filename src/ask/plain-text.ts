import { formatCitation } from '../record/citation.ts';
import { onceEach } from '../record/once-each.ts';
import type { Answer, ShownClaim } from './answer.ts';
import { dayLine } from './day-line.ts';
import { words } from './words.ts';

/** A claim on one line: the statement, who says so, where and when, and what to mind. */
export const claimText = onceEach(lineOf);

function lineOf({ claim, voice, citations, marks }: ShownClaim): string {
  const cited = citations.map(formatCitation).join('; ');
  const minded = marks.map((mark) => ` [${mark.text}]`).join('');
  // An outlet in its own voice is named once.
  const said = claim.saidBy.length > 0 ? `${voice}: ${cited}` : `${cited}, ${words.inItsOwnVoice}`;
  return `${claim.statement} — ${said}.${minded}`;
}

/** What stands before a claim of a message that was corrected; empty elsewhere. */
export function revisionText({ revision }: Pick<ShownClaim, 'revision'>): string {
  return revision === undefined ? '' : words.revision[revision];
}

/** An answer as plain text: what a screen reader, a notification and a terminal show. */
export function plainText(answer: Answer): string {
  return [
    answer.lead,
    ...answer.claims.map(
      (shown) =>
        `• ${answer.form === 'timeline' ? `${dayLine(shown)}: ` : ''}${revisionText(shown)}${claimText(shown)}`,
    ),
    ...answer.notes,
    ...(answer.more > 0 ? [words.more(answer.more)] : []),
  ]
    .filter(Boolean)
    .join('\n');
}
