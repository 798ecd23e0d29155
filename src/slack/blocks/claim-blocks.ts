import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Answer, ShownClaim } from '../../ask/answer.ts';
import { dayLine } from '../../ask/day-line.ts';
import { words as askWords } from '../../ask/words.ts';
import { type Citation, formatChain } from '../../record/citation.ts';
import { context, link, paragraph, words } from './elements.ts';

/** A claim: the statement, who says so, where it was published, and in grey what to be careful about. */
export function claimBlocks(shown: ShownClaim, form: Answer['form']): KnownBlock[] {
  return [
    paragraph(
      ...(form === 'timeline' ? [words(dayLine(shown), { bold: true }), words('\n')] : []),
      ...claimElements(shown, '\n'),
    ),
    ...context(shown.marks.map((mark) => mark.text)),
  ];
}

/** A claim's statement, then who says so and every citation, each a link to what was published. */
export function claimElements({ claim, voice, citations }: ShownClaim, between: string): RichTextElement[] {
  // An outlet in its own voice is named once, in its citation.
  const [before, after] = claim.saidBy.length > 0 ? [`${voice} · `, []] : ['', [words(` · ${askWords.inItsOwnVoice}`)]];
  return [
    words(`${claim.statement}${between}${before}`),
    ...citations.flatMap((citation, index) => [
      ...(index > 0 ? [words('; ')] : []),
      ...citationElements(citation, claim.statement),
    ]),
    ...after,
  ];
}

/** "UPI, 19 Feb 2025" as a link, then its chain, and what was said in so many words where the statement does not quote it. */
function citationElements({ outlet, date, url, copy, chain, quote }: Citation, statement: string): RichTextElement[] {
  return [
    link(`${outlet}, ${date}`, url),
    ...(copy === undefined ? [] : [words(` (${askWords.copyIn(copy)})`)]),
    ...(chain.length > 0 ? [words(`, ${formatChain(chain)}`)] : []),
    ...(quote && !statement.includes(quote) ? [words(' '), words(`“${quote}”`, { italic: true })] : []),
  ];
}
