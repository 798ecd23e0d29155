import type { Assertion } from './assertion.ts';

/** Below this a sentence says nothing that a record could carry ("And so it goes on."). */
const LEAST_WEIGHT = 1;

/** Whether a sentence claims something that could be on record: not a question, not a scrap without matter. */
export function isCheckable({ text, matter, quantities, quotes, times }: Assertion): boolean {
  if (/[?؟？]["”’)]*$/u.test(text) && quotes.length === 0) return false;
  if (matter.length === 0) return false;
  const weight = matter.reduce((sum, word) => sum + word.weight, 0);
  return quantities.length + quotes.length + times.length > 0 || (weight >= LEAST_WEIGHT && matter.length > 1);
}
