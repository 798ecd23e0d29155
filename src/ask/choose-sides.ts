import type { Claim } from '../record/dossier.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Candidate } from './find-claims.ts';
import type { Inquiry } from './inquiry.ts';

const A_SIDE = 4;
/** How many claims a side is given because they answer one of another side's. */
const ANSWERING = 2;
/** How near to its side's best a claim must be. */
const NEAR = 0.5;

type Side = (claim: Claim) => boolean;

function sidesOf(index: ClaimIndex, inquiry: Inquiry): Side[] {
  return [
    ...inquiry.outlets.map(
      (outlet): Side =>
        (claim) =>
          claim.reports.some(({ article, via }) => article.outlet === outlet || via.includes(outlet)),
    ),
    ...inquiry.voices.map(
      (voice): Side =>
        (claim) =>
          claim.saidBy.some((id) => index.lexicon.speaksFor.get(id)?.has(voice)),
    ),
  ];
}

/** Whether two claims are two sides of one matter: they conflict, or count the same thing. */
function answersTo(a: Claim, b: Claim): boolean {
  return (
    a.conflictsWith.includes(b.id) || (a !== b && a.figure !== undefined && a.figure.measure === b.figure?.measure)
  );
}

/** Each side of a comparison (outlets, voices) with its best claims, in turn; undefined where the question has no two sides. */
export function chooseSides(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[]): Claim[] | undefined {
  const sides = sidesOf(index, inquiry);
  if (sides.length < 2) return undefined;
  const best = sides.map((side) => {
    const own = holding.filter(({ claim }) => side(claim));
    const enough = (own[0]?.score ?? 0) * NEAR;
    return own
      .filter(({ score }) => score >= enough)
      .slice(0, A_SIDE)
      .map(({ claim }) => claim);
  });
  return best.flatMap((claims, n) => {
    const others = best.filter((_, m) => m !== n).flat();
    const answering = holding
      .map(({ claim }) => claim)
      .filter((claim) => sides[n]?.(claim) && others.some((other) => answersTo(claim, other)))
      .slice(0, ANSWERING);
    return [...new Set([...claims.slice(0, 1), ...answering, ...claims])].slice(0, A_SIDE + 1);
  });
}
