import { readFigures, type WrittenFigure } from '../reading/read-figures.ts';
import type { Claim } from '../record/dossier.ts';
import type { FormMistakes } from './filled-form.ts';
import type { ClaimFields } from './read-claim-fields.ts';
import { FORM_WORDS } from './words.ts';

type Figured = Pick<ClaimFields, 'statement' | 'figure'>;

/**
 * What a correction forgot: the wording gives another number and the figure is still the old one, or the other way round.
 * Tables, comparisons and checks of copy go by the figure, and would call the right number wrong.
 */
export function leftBehind(before: Pick<Claim, 'statement' | 'figure'>, now: Figured): FormMistakes {
  if (before.figure === undefined || now.figure === undefined) return {};
  const [had, has] = [readFigures(before.statement), readFigures(now.statement)];
  if (!isIn(before.figure, had) || isIn(now.figure, has)) return {};
  const isFigureLeft = before.figure.low === now.figure.low && before.figure.high === now.figure.high;
  // A wording without a number of its own leaves it to the figure.
  if (isFigureLeft) return has.some((one) => !isIn(one, had)) ? { value: FORM_WORDS.figureLeft } : {};
  return isIn(before.figure, has) ? { statement: FORM_WORDS.wordingLeft } : {};
}

function isIn(
  { low, high }: { readonly low: number; readonly high: number },
  written: readonly WrittenFigure[],
): boolean {
  return written.some((one) => one.low <= high && low <= one.high);
}
