import type { Claim } from '../record/dossier.ts';
import { relations } from '../record/relations.ts';
import { isKnownBy, knownSince } from '../record/standing.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Candidate } from './find-claims.ts';
import type { Inquiry } from './inquiry.ts';

// How many claims an answer shows at most, by how widely it asks.
const MOST = 12;
const WIDE = 6;
const PLAIN = 5;
const A_SIDE = 3;

/** How near to the best a claim must be to be shown beside it. */
const NEAR = { score: 0.5, coverage: 0.25 } as const;

/** The newer claims that overtook one, as far as the question's time lets them be known. */
export function supersedersOf(index: ClaimIndex, inquiry: Pick<Inquiry, 'asOf'>, claim: Claim): readonly Claim[] {
  const newer = relations(index.dossier).supersededBy.get(claim.id) ?? [];
  return inquiry.asOf ? newer.filter((other) => isKnownBy(other, inquiry.asOf?.to as string)) : newer;
}

/** When a claim's matter took place, or else since when it is known: what a timeline is sorted by. */
export function dayOf(claim: Claim): string {
  return claim.when?.from ?? knownSince(claim) ?? '9999';
}

function claimsOf(candidates: readonly Candidate[]): Claim[] {
  return candidates.map(({ claim }) => claim);
}

function newestFirst(a: Claim, b: Claim): number {
  return (knownSince(b) ?? '').localeCompare(knownSince(a) ?? '');
}

/** Every claim with a figure that fits as well as the best one, measure by measure; then those a reader would confuse with it. */
function chooseFigures(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[], best: Candidate): Claim[] {
  const { measures } = index.dossier;
  const family = (claim: Claim) => (claim.figure ? measures.get(claim.figure.measure)?.family : undefined);
  const alike = holding.filter(
    ({ claim, fits, coverage, score }) =>
      claim.figure && fits && coverage >= best.coverage - 0.2 && score >= best.score * 0.6,
  );
  const kin = holding.filter(
    ({ claim, coverage }) => claim.figure && family(claim) === family(best.claim) && coverage >= best.coverage - 0.5,
  );
  const order = [...new Set([best, ...alike, ...kin].map(({ claim }) => claim.figure?.measure))];
  const chosen = claimsOf([best, ...alike, ...kin]);
  if (inquiry.figures.length > 0) return chosen;
  return order.flatMap((measure) => chosen.filter((claim) => claim.figure?.measure === measure).sort(newestFirst));
}

/** What bears on the matter, with what it overtook, from the earliest on. */
function chooseTimeline(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[], best: Candidate): Claim[] {
  const near = claimsOf(holding.filter(({ score }) => score >= best.score * 0.35).slice(0, MOST - 3));
  const linked = near.flatMap((claim) => [
    ...claim.supersedes.flatMap((id) => index.dossier.claims.get(id) ?? []),
    ...supersedersOf(index, inquiry, claim),
  ]);
  return [...new Set([...near, ...linked])].slice(0, MOST).sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

/** Each side of a comparison with its best claims, in turn. */
function chooseSides(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[]): Claim[] {
  const sides: ((claim: Claim) => boolean)[] = [
    ...inquiry.outlets.map(
      (outlet) => (claim: Claim) =>
        claim.reports.some(({ article, via }) => article.outlet === outlet || via.includes(outlet)),
    ),
    ...inquiry.voices.map(
      (voice) => (claim: Claim) => claim.saidBy.some((id) => index.lexicon.speaksFor.get(id)?.has(voice)),
    ),
  ];
  if (sides.length < 2) return claimsOf(holding.slice(0, WIDE));
  return sides.flatMap((side) => {
    const [first, ...others] = holding.filter(({ claim }) => side(claim));
    return first
      ? claimsOf([first, ...others.filter(({ score }) => score >= first.score * NEAR.score)]).slice(0, A_SIDE)
      : [];
  });
}

/** Puts what overtook a claim before it; where the question asks for its time, behind it. */
function bringUpToDate(index: ClaimIndex, inquiry: Inquiry, claims: readonly Claim[]): Claim[] {
  const forItsTime = inquiry.asOf !== undefined || inquiry.during !== undefined || inquiry.form !== 'facts';
  return claims.flatMap((claim) => {
    const newer = supersedersOf(index, inquiry, claim);
    return forItsTime ? [claim, ...newer] : [...newer, claim];
  });
}

/** The first claims with those that say otherwise. */
function withOtherSide(index: ClaimIndex, inquiry: Inquiry, claims: readonly Claim[]): Claim[] {
  return claims.flatMap((claim, n) => {
    const others = n < 2 ? claim.conflictsWith.flatMap((id) => index.dossier.claims.get(id) ?? []) : [];
    return [
      claim,
      ...others.filter(
        (other) =>
          supersedersOf(index, inquiry, other).length === 0 && (!inquiry.asOf || isKnownBy(other, inquiry.asOf.to)),
      ),
    ];
  });
}

function chooseNear(inquiry: Inquiry, holding: readonly Candidate[], best: Candidate): Claim[] {
  const wide = inquiry.form !== 'facts' || inquiry.slots.every((slot) => slot.burden === 0);
  const near = holding.filter(
    ({ score, coverage }) => score >= best.score * NEAR.score && coverage >= best.coverage - NEAR.coverage,
  );
  const chosen = claimsOf(near).slice(0, wide ? WIDE : PLAIN);
  return inquiry.latest ? chosen.sort(newestFirst) : chosen;
}

/** The claims that an answer shows, in its order. `holding` meet every constraint, best first; there is at least one. */
export function chooseClaims(
  index: ClaimIndex,
  inquiry: Inquiry,
  holding: readonly [Candidate, ...Candidate[]],
): Claim[] {
  const [best] = holding;
  const choose = (claims: readonly Claim[], most: number) =>
    [...new Set(bringUpToDate(index, inquiry, claims))].slice(0, most);
  if (inquiry.form === 'timeline') return chooseTimeline(index, inquiry, holding, best);
  if (inquiry.form === 'compare') return choose(chooseSides(index, inquiry, holding), MOST);
  const counted = inquiry.wanted === 'figure' || inquiry.figures.length > 0;
  const figure = counted
    ? holding.find(({ claim, coverage }) => claim.figure && coverage >= best.coverage - 0.2)
    : undefined;
  if (figure && (best.claim.figure || !best.fits))
    return choose(chooseFigures(index, inquiry, holding, figure), WIDE + 2);
  return choose(withOtherSide(index, inquiry, choose(chooseNear(inquiry, holding, best), PLAIN + 1)), WIDE + 1);
}
