import { formatSpan } from '../record/format-span.ts';
import type { ShownClaim } from './answer.ts';
import { words } from './words.ts';

/** When a claim's matter took place, as a timeline heads it; else when it was published, or that no one knows. */
export function dayLine({ claim, citations }: ShownClaim): string {
  if (claim.when) return formatSpan(claim.when);
  const { published, date } = citations[0];
  return published.kind === 'dated' ? words.published(date) : words.publishedUndated(date);
}
