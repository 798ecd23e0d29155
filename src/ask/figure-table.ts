import { formatCitation } from '../record/citation.ts';
import type { Claim, Figure } from '../record/dossier.ts';
import { mendedSince } from './amendment-marks.ts';
import type { FigureRow, ShownClaim } from './answer.ts';
import type { ClaimIndex } from './claim-index.ts';
import { formatFigure } from './format-figure.ts';

type Counted = ShownClaim & { readonly claim: { readonly figure: Figure } };

/** Whether two of the claims give different numbers of one measure. */
export function figuresDiffer(claims: readonly Pick<Claim, 'figure'>[]): boolean {
  return numbersOf(claims).size > measuresOf(claims).size;
}

/** The measures that the claims give a figure of. */
export function measuresOf(claims: readonly Pick<Claim, 'figure'>[]): ReadonlySet<string> {
  return new Set(claims.flatMap(({ figure }) => figure?.measure ?? []));
}

function numbersOf(claims: readonly Pick<Claim, 'figure'>[]): ReadonlySet<string> {
  return new Set(claims.flatMap(({ figure }) => (figure ? `${figure.measure} ${figure.low} ${figure.high}` : [])));
}

/**
 * The figures among the claims shown that a reader would confuse, in the order shown: those of the first family in
 * which two numbers of one measure differ, or, where a figure was `asked` for, of the first family with two numbers.
 * Undefined when there is no such family.
 */
export function figureTable(
  { dossier }: Pick<ClaimIndex, 'dossier'>,
  shown: readonly ShownClaim[],
  asked: boolean,
): FigureRow[] | undefined {
  const titleOf = ({ measure }: Figure) => dossier.measures.get(measure)?.title ?? measure;
  const counted = shown.filter((one): one is Counted => one.claim.figure !== undefined);
  const families = Map.groupBy(counted, ({ claim }) => dossier.measures.get(claim.figure.measure)?.family);
  const rows = [...families.values()].find((family) => {
    const claims = family.map(({ claim }) => claim);
    return figuresDiffer(claims) || (asked && numbersOf(claims).size > 1);
  });
  return rows?.map(({ claim, voice, citations }) => ({
    claim: claim.id,
    figure: mendedSince(dossier, claim, formatFigure(dossier, claim.figure)),
    measure: titleOf(claim.figure),
    voice,
    source: citations.map(formatCitation).join('; '),
  }));
}
