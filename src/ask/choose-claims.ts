import type { Claim } from '../record/dossier.ts';
import { relations } from '../record/relations.ts';
import { isKnownBy, knownSince, standingOf } from '../record/standing.ts';
import { chooseSides } from './choose-sides.ts';
import type { ClaimIndex } from './claim-index.ts';
import { type Candidate, isBroad } from './find-claims.ts';
import type { Inquiry } from './inquiry.ts';
import { kindredOf } from './kindred.ts';

// How many claims an answer shows at most, by how widely it asks.
const MOST = 12;
const WIDE = 6;
const PLAIN = 6;

/** How near to the best a claim must be to be shown beside it: in score and coverage, or in score alone. */
const NEAR = { score: 0.5, coverage: 0.3, scoreAlone: 0.65 } as const;
/** Where the question hardly says what it is about, all that is not far off. */
const NEAR_WHEN_BROAD = 0.4;
/** How like the best a claim must be to be shown for its likeness, and how many are: fewer where a plain fact is asked. */
const LIKE = { facts: 0.6, other: 0.3, most: 2 } as const;

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

/**
 * Puts what overtook a claim in its place. Where the question asks for the claim's own time, number or words, or for
 * more than the facts as they stand, the claim is shown and what came after follows; so is the claim nearest to the
 * question, behind what overtook it, since its words are what the reader has in mind.
 */
function bringUpToDate(index: ClaimIndex, inquiry: Inquiry, nearest: Claim, claims: readonly Claim[]): Claim[] {
  const asItWas =
    inquiry.asOf !== undefined ||
    inquiry.during !== undefined ||
    inquiry.form !== 'facts' ||
    inquiry.figures.length > 0 ||
    inquiry.wanted === 'words';
  return claims.flatMap((claim) => {
    const newer = supersedersOf(index, inquiry, claim);
    if (asItWas || newer.length === 0) return [claim, ...newer];
    return claim === nearest ? [...newer, claim] : newer;
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
  const broad = isBroad(inquiry);
  const near = holding.filter(({ score, coverage }) =>
    broad
      ? score >= best.score * NEAR_WHEN_BROAD
      : score >= best.score * NEAR.scoreAlone ||
        (score >= best.score * NEAR.score && coverage >= best.coverage - NEAR.coverage),
  );
  const wide = inquiry.form !== 'facts' || inquiry.slots.every((slot) => slot.burden === 0);
  const chosen = claimsOf(near).slice(0, wide ? WIDE : PLAIN);
  return inquiry.latest ? chosen.sort(newestFirst) : chosen;
}

/** The claims near enough to the best that another gainsays, each with those; none where the sources agree. */
function chooseContested(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[], best: Candidate): Claim[] {
  const enough = isBroad(inquiry) ? 0 : best.score * NEAR.score;
  return claimsOf(holding.filter(({ score }) => score >= enough)).flatMap((claim) => {
    const standing = standingOf(index.dossier, claim, inquiry.asOf?.to);
    return standing.kind === 'disputed' ? [claim, ...standing.with] : [];
  });
}

/** Those that say much the same as the best claim and meet the constraints too: the second source of a sourcing question. */
function chooseLike(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[], best: Candidate): Claim[] {
  const enough = inquiry.form === 'facts' ? LIKE.facts : LIKE.other;
  return kindredOf(index, best, holding, enough)
    .slice(0, LIKE.most)
    .map(({ claim }) => claim);
}

/** The claims that an answer shows, in its order. `holding` meet every constraint, best first; there is at least one. */
export function chooseClaims(
  index: ClaimIndex,
  inquiry: Inquiry,
  holding: readonly [Candidate, ...Candidate[]],
): Claim[] {
  const [best] = holding;
  const choose = (claims: readonly Claim[], most: number) =>
    [...new Set(bringUpToDate(index, inquiry, best.claim, claims))].slice(0, most);
  if (inquiry.form === 'timeline') return chooseTimeline(index, inquiry, holding, best);
  if (inquiry.form === 'compare')
    return choose(chooseSides(index, inquiry, holding) ?? claimsOf(holding.slice(0, WIDE)), MOST);
  const counted = inquiry.wanted === 'figure' || inquiry.figures.length > 0;
  const figure = counted
    ? holding.find(({ claim, coverage }) => claim.figure && coverage >= best.coverage - 0.2)
    : undefined;
  if (figure && (best.claim.figure || !best.fits))
    return choose(chooseFigures(index, inquiry, holding, figure), WIDE + 2);
  if (inquiry.form === 'conflicts') {
    const contested = [...new Set(chooseContested(index, inquiry, holding, best))];
    if (contested.length > 0) return contested.slice(0, MOST);
  }
  const near = choose(chooseNear(inquiry, holding, best), PLAIN + 1);
  const like = chooseLike(index, inquiry, holding, best);
  return choose([...withOtherSide(index, inquiry, near), ...like], WIDE + 1);
}
