import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Answer, ShownClaim } from '../../ask/answer.ts';
import { type Citation, formatChain } from '../../record/citation.ts';
import { formatSpan } from '../../record/format-span.ts';
import { context, link, paragraph, words } from './elements.ts';

/** A claim: the statement, who says so, where it was published, and in grey what to be careful about. */
export function claimBlocks(shown: ShownClaim, form: Answer['form']): KnownBlock[] {
  const { claim, voice, citations, marks } = shown;
  return [
    paragraph(
      ...dateLine(shown, form),
      words(claim.statement),
      words(`\n${voice} · `),
      ...citations.flatMap((citation, index) => [...(index > 0 ? [words('; ')] : []), ...citationElements(citation)]),
    ),
    ...context(marks.map((mark) => mark.text)),
  ];
}

/** "UPI, 19 Feb 2025" as a link, then its chain and what was said in so many words. */
function citationElements({ outlet, date, url, chain, quote }: Citation): RichTextElement[] {
  return [
    link(`${outlet}, ${date}`, url),
    ...(chain.length > 0 ? [words(`, ${formatChain(chain)}`)] : []),
    ...(quote ? [words(' '), words(`“${quote}”`, { italic: true })] : []),
  ];
}

function dateLine({ claim, citations }: ShownClaim, form: Answer['form']): RichTextElement[] {
  if (form !== 'timeline') return [];
  return [words(claim.when ? formatSpan(claim.when) : citations[0].date, { bold: true }), words('\n')];
}
