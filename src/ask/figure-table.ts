import { formatCitation } from '../record/citation.ts';
import type { FigureRow, ShownClaim } from './answer.ts';
import type { ClaimIndex } from './claim-index.ts';
import { formatFigure } from './format-figure.ts';

/**
 * The figures among the claims shown that a reader would confuse: those of the first figure's family, in the order shown.
 * Undefined when there are fewer than two, or when they are all the same number of the same measure.
 */
export function figureTable(
  { dossier }: Pick<ClaimIndex, 'dossier'>,
  shown: readonly ShownClaim[],
): FigureRow[] | undefined {
  const familyOf = ({ claim }: ShownClaim) => claim.figure && dossier.measures.get(claim.figure.measure)?.family;
  const family = shown.map(familyOf).find((name) => name !== undefined);
  const rows = shown.flatMap((one) =>
    one.claim.figure && familyOf(one) === family ? [{ ...one, figure: one.claim.figure }] : [],
  );
  const distinct = new Set(rows.map(({ figure }) => `${figure.measure} ${figure.low} ${figure.high}`));
  if (distinct.size < 2) return undefined;
  return rows.map(({ claim, figure, voice, citations }) => ({
    claim: claim.id,
    figure: formatFigure(dossier, figure),
    measure: dossier.measures.get(figure.measure)?.title ?? figure.measure,
    voice,
    source: citations.map(formatCitation).join('; '),
  }));
}
