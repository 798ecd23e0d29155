import type { Claim, Dossier, Figure } from '../record/dossier.ts';
import { knownSince } from '../record/standing.ts';
import { type Comparison, isOvertaken, overtakers, showNow } from './comparison.ts';
import type { EditionItem } from './edition.ts';

/** A new figure with the older ones that it changes. */
interface FigureChange {
  readonly claim: Claim;
  readonly figure: Figure;
  readonly olds: readonly Claim[];
}

/**
 * The measures whose figures changed, each with the new figures and those that readers knew.
 * A new figure is a change when it overtakes one of the same measure or comes from the same voice and differs, or when
 * it differs from every figure of its measure that stood. `settled` are the claims told elsewhere.
 */
export function findFigureChanges(comparison: Comparison, settled: ReadonlySet<string>): readonly EditionItem[] {
  const { before, after } = comparison;
  const changes = [...after.claims.values()]
    .filter((claim) => !before.claims.has(claim.id) && !settled.has(claim.id) && comparison.covers(claim))
    .flatMap((claim) => figureChange(comparison, claim, settled) ?? []);
  return [...after.measures.values()].flatMap((measure): EditionItem[] => {
    const ofMeasure = changes.filter(({ figure }) => figure.measure === measure.id);
    if (ofMeasure.length === 0) return [];
    const now = ofMeasure.map(({ claim }) => claim).sort(newestFirst);
    const was = [...new Set(ofMeasure.flatMap(({ olds }) => olds))].sort(newestFirst);
    const between = was.flatMap((old) => overtakers(after, old));
    return [
      {
        kind: 'figure',
        label: measure.title,
        was: was.map((claim) => showNow(comparison, claim, [...now, ...was, ...between])),
        now: now.map((claim) => showNow(comparison, claim, [...now, ...was])),
      },
    ];
  });
}

function figureChange(
  { before, after }: Comparison,
  claim: Claim,
  settled: ReadonlySet<string>,
): FigureChange | undefined {
  const { figure } = claim;
  if (figure === undefined || isOvertaken(after, claim)) return undefined;
  const stood = [...before.claims.values()]
    .filter((old) => old.figure?.measure === figure.measure && !isOvertaken(before, old) && !settled.has(old.id))
    .flatMap((old) => after.claims.get(old.id) ?? [])
    .filter((old) => sharePersons(after, claim, old));
  const followed = stood.filter((old) => sameVoice(old, claim) || overtakers(after, old).includes(claim));
  const olds =
    followed.length > 0
      ? followed.filter((old) => differs(old, figure) || old.figure?.qualifier !== figure.qualifier)
      : stood.every((old) => differs(old, figure))
        ? stood
        : [];
  return olds.length > 0 ? { claim, figure, olds } : undefined;
}

function differs({ figure }: Claim, other: Figure): boolean {
  return figure?.low !== other.low || figure.high !== other.high;
}

function sameVoice(one: Claim, other: Claim): boolean {
  return (
    one.saidBy.length > 0 &&
    one.saidBy.length === other.saidBy.length &&
    one.saidBy.every((id) => other.saidBy.includes(id))
  );
}

/** Figures of different persons are no change of each other. */
function sharePersons(dossier: Dossier, one: Claim, other: Claim): boolean {
  const persons = (claim: Claim) => claim.people.filter((id) => dossier.people.get(id)?.kind === 'person');
  const [ours, theirs] = [persons(one), persons(other)];
  return ours.length === 0 || theirs.length === 0 || ours.some((id) => theirs.includes(id));
}

function newestFirst(a: Claim, b: Claim): number {
  const [older, newer] = [knownSince(a) ?? '', knownSince(b) ?? ''];
  return newer < older ? -1 : newer > older ? 1 : 0;
}
