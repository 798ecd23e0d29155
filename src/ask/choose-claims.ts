import type { Claim } from '../record/dossier.ts';
import { relations } from '../record/relations.ts';
import { isKnownBy, knownSince } from '../record/standing.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Candidate } from './find-claims.ts';
import type { Inquiry } from './inquiry.ts';

const MOST_SHOWN = 12;
const PLAIN = 3;
const BROAD = 6;

/** The newer claims that overtook one, as far as the question's time lets them be known. */
export function supersedersOf(index: ClaimIndex, inquiry: Pick<Inquiry, 'asOf'>, claim: Claim): readonly Claim[] {
  const newer = relations(index.dossier).supersededBy.get(claim.id) ?? [];
  return inquiry.asOf ? newer.filter((other) => isKnownBy(other, inquiry.asOf?.to as string)) : newer;
}

function distinct(claims: readonly Claim[]): Claim[] {
  return [...new Set(claims)];
}

/** When a claim's matter took place, or else since when it is known: what a timeline is sorted by. */
export function dayOf(claim: Claim): string {
  return claim.when?.from ?? knownSince(claim) ?? '9999';
}

/** Every figure of the same measure as the best claim's, then of its family. */
function withFamily(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[], best: Candidate): Claim[] {
  const measures = index.dossier.measures;
  const own = best.claim.figure?.measure ?? '';
  const family = measures.get(own)?.family;
  const same = holding.filter(({ claim }) => claim.figure?.measure === own).map(({ claim }) => claim);
  const kin = holding
    .filter(({ claim, coverage }) => claim.figure && claim.figure.measure !== own && measures.get(claim.figure.measure)?.family === family && coverage >= best.coverage - 0.35)
    .map(({ claim }) => claim);
  const newest = (a: Claim, b: Claim) => (knownSince(b) ?? '').localeCompare(knownSince(a) ?? '');
  return inquiry.figures.length > 0 ? [...same, ...kin] : [...same.sort(newest), ...kin.sort(newest)];
}

function chooseTimeline(holding: readonly Candidate[], best: Candidate): Claim[] {
  const near = holding.filter(({ score }) => score >= best.score * 0.35).slice(0, MOST_SHOWN - 2);
  return near.map(({ claim }) => claim).sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

/** Each side of a comparison with its best claims. */
function chooseSides(index: ClaimIndex, inquiry: Inquiry, holding: readonly Candidate[]): Claim[] {
  const sides: ((claim: Claim) => boolean)[] = [
    ...inquiry.outlets.map((outlet) => (claim: Claim) => claim.reports.some(({ article, via }) => article.outlet === outlet || via.includes(outlet))),
    ...inquiry.voices.map((voice) => (claim: Claim) => claim.saidBy.some((id) => index.lexicon.speaksFor.get(id)?.has(voice))),
  ];
  if (sides.length < 2) return holding.slice(0, BROAD).map(({ claim }) => claim);
  return sides.flatMap((side) => holding.filter(({ claim }) => side(claim)).slice(0, 2).map(({ claim }) => claim));
}

/** Puts what overtook a claim in its place, unless the question asks for its time; keeps it behind when it does. */
function bringUpToDate(index: ClaimIndex, inquiry: Inquiry, claims: readonly Claim[]): Claim[] {
  const forItsTime = inquiry.asOf !== undefined || inquiry.during !== undefined || inquiry.form === 'timeline' || inquiry.form === 'conflicts' || inquiry.form === 'compare';
  return claims.flatMap((claim) => {
    const newer = supersedersOf(index, inquiry, claim);
    if (newer.length === 0) return [claim];
    return forItsTime ? [claim, ...(inquiry.form === 'timeline' ? [] : newer)] : [...newer, claim];
  });
}

function withOtherSide(index: ClaimIndex, inquiry: Inquiry, claims: readonly Claim[]): Claim[] {
  return claims.flatMap((claim, n) => [
    claim,
    ...(n < 2 ? claim.conflictsWith.flatMap((id) => index.dossier.claims.get(id) ?? []) : []).filter(
      (other) => supersedersOf(index, inquiry, other).length === 0 && (!inquiry.asOf || isKnownBy(other, inquiry.asOf.to)),
    ),
  ]);
}

/** The claims that an answer shows, in its order. `holding` meet every constraint, best first; there is at least one. */
export function chooseClaims(index: ClaimIndex, inquiry: Inquiry, holding: readonly [Candidate, ...Candidate[]]): Claim[] {
  const [best] = holding;
  const bare = inquiry.slots.every((slot) => slot.burden === 0 || inquiry.voices.includes(slot.name ?? ''));
  if (inquiry.form === 'timeline') return distinct(bringUpToDate(index, inquiry, chooseTimeline(holding, best))).slice(0, MOST_SHOWN);
  if (inquiry.form === 'compare') return distinct(bringUpToDate(index, inquiry, chooseSides(index, inquiry, holding))).slice(0, MOST_SHOWN);
  const first = (inquiry.wanted === 'figure' && holding.find(({ claim, coverage }) => claim.figure && coverage >= best.coverage - 0.2)) || best;
  if (first.claim.figure && (inquiry.wanted === 'figure' || inquiry.figures.length > 0)) {
    return distinct(bringUpToDate(index, inquiry, [first.claim, ...withFamily(index, inquiry, holding, first)])).slice(0, BROAD);
  }
  const most = bare || inquiry.form === 'conflicts' ? BROAD : PLAIN;
  const near = holding.filter(({ score, coverage }) => score >= best.score * 0.55 && coverage >= best.coverage - 0.25).slice(0, most);
  return distinct(withOtherSide(index, inquiry, distinct(bringUpToDate(index, inquiry, near.map(({ claim }) => claim))))).slice(0, BROAD);
}
