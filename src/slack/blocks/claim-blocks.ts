import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Answer, ShownClaim } from '../../ask/answer.ts';
import { dayLine } from '../../ask/day-line.ts';
import { revisionText } from '../../ask/plain-text.ts';
import { words as askWords } from '../../ask/words.ts';
import { type Citation, formatChain } from '../../record/citation.ts';
import { onceEach } from '../../record/once-each.ts';
import { context, link, paragraph, words } from './elements.ts';

/** The same claim is shown in many answers. */
const untimed = onceEach((shown: ShownClaim) => blocksOf(shown, false));

/** A claim: the statement, who says so, where it was published, and in grey what to be careful about. */
export function claimBlocks(shown: ShownClaim, form: Answer['form']): readonly KnownBlock[] {
  return form === 'timeline' ? blocksOf(shown, true) : untimed(shown);
}

function blocksOf(shown: ShownClaim, isTimed: boolean): KnownBlock[] {
  return [
    paragraph(
      ...(isTimed ? [words(dayLine(shown), { bold: true }), words('\n')] : []),
      ...revisionElements(shown),
      ...claimElements(shown, '\n'),
    ),
    ...context(shown.marks.map((mark) => mark.text)),
  ];
}

/** What stands before a claim of a message that was corrected. */
export function revisionElements(shown: ShownClaim): RichTextElement[] {
  const text = revisionText(shown);
  return text ? [words(text, { bold: true })] : [];
}

/** A claim's statement (struck out where it no longer stands), then who says so and every citation, each a link. */
export function claimElements({ claim, voice, citations, revision }: ShownClaim, between: string): RichTextElement[] {
  // An outlet in its own voice is named once, in its citation.
  const [before, after] = claim.saidBy.length > 0 ? [`${voice} · `, []] : ['', [words(` · ${askWords.inItsOwnVoice}`)]];
  const struck = revision === 'was';
  return [
    ...(struck
      ? [words(claim.statement, { strike: true }), words(`${between}${before}`)]
      : [words(`${claim.statement}${between}${before}`)]),
    ...citations.flatMap((citation, index) => [
      ...(index > 0 ? [words('; ')] : []),
      ...citationElements(citation, claim.statement, struck),
    ]),
    ...after,
  ];
}

/** "UPI, 19 Feb 2025" as a link, then its chain, and what was said in so many words where the statement does not quote it. */
function citationElements(
  { outlet, date, url, copy, chain, quote }: Citation,
  statement: string,
  struck: boolean,
): RichTextElement[] {
  return [
    link(`${outlet}, ${date}`, url),
    ...(copy === undefined ? [] : [words(` (${askWords.copyIn(copy)})`)]),
    ...(chain.length > 0 ? [words(`, ${formatChain(chain)}`)] : []),
    ...(quote && !statement.includes(quote)
      ? [words(' '), words(`“${quote}”`, { italic: true, ...(struck ? { strike: true } : {}) })]
      : []),
  ];
}
