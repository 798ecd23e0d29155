import { formatCitation } from '../record/citation.ts';
import type { Answer, ShownClaim } from './answer.ts';

/** An answer as plain text: the lead, a line a claim with its voice, citations and marks, then the notes. */
export function plainText(answer: Answer): string {
  return [
    answer.lead,
    ...answer.claims.map(claimLine),
    ...(answer.more > 0 ? [`${answer.more} more on record.`] : []),
    ...answer.notes,
  ].join('\n');
}

function claimLine({ claim, voice, citations, marks }: ShownClaim): string {
  const sources = citations.map((citation) => [formatCitation(citation), citation.url].filter(Boolean).join(' '));
  const cautions = marks.map((mark) => mark.text);
  return `• ${claim.statement} ${voice}: ${[sources.join('; '), ...cautions].join('; ')}`;
}
