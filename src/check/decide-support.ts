import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Claim } from '../record/dossier.ts';
import { standingOf } from '../record/standing.ts';
import type { Assertion } from './assertion.ts';
import type { Comparison } from './comparison.ts';
import { claimsOf, type Decision, distinct, isCredited, rank } from './decision.ts';
import { isNewer, overtakers } from './overtakers.ts';
import { rivalsOn } from './rivals.ts';
import { carryAll, subjectsOf, uncarriedBy } from './support.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Verbs with which someone takes a stand: whoever is their subject is credited with it. */
const STANCE =
  /\b(?:say|said|tell|told|spe(?:ak|aks|oke) of|hold|held that|demand|expect|offer|measur|count|den[iy]|blam|know|knew|put|plac|list|reckon|hop(?:e[sd]?|ing)|plan|want|fear|find|found|believ|think|thought|claim|estimat|report|rais|propos|promis|reject|accus|insist|predict|forecast|record|dat(?:e[sd]?)|giv|gave|call|describ|see|saw|argu|warn|admit|conced|acknowledg|confirm)/iu;

/** "The coastguard counted nine dead": the sentence names the one who says so. */
function namesSayer(assertion: Assertion, { saidBy }: Claim): boolean {
  const { text } = assertion;
  return (
    STANCE.test(text) &&
    subjectsOf(assertion).some(
      ({ ids, start, end }) =>
        ids.some((id) => saidBy.includes(id)) &&
        !/['’]s?$/u.test(text.slice(start, end)) &&
        !/^['’]/u.test(text.slice(end)),
    )
  );
}

const fits = ({ credit }: Comparison) => credit === 'fits' || credit === 'none';

/** Whether a further claim brings the figure to what another voice says: the number would be put in its mouth. */
function lendsFigure(first: Comparison, other: Comparison): boolean {
  const voices = first.claim.saidBy;
  const brings = other.figures.same.length > 0 && first.figures.same.length === 0;
  return brings && voices.length > 0 && !other.claim.saidBy.some((id) => voices.includes(id));
}

/** What the claims that carry the whole sentence make of it. */
export function decideSupport(
  index: ClaimIndex,
  assertion: Assertion,
  supports: readonly (readonly Comparison[])[],
  ranked: readonly Comparison[],
): Decision {
  const fitting = supports.filter(
    ([first, ...others]) =>
      // What is added in an outlet's own voice is background to what is credited.
      first !== undefined &&
      fits(first) &&
      others.every((other) => (fits(other) || other.claim.saidBy.length === 0) && !lendsFigure(first, other)),
  );
  const [best, ...more] = fitting;
  if (best === undefined) {
    const [nearest] = supports as [readonly Comparison[]];
    const wrong = nearest.find(({ credit }) => credit === 'wrong-voice' || credit === 'wrong-outlet');
    return {
      verdict: 'misattributed',
      claims: claimsOf(nearest),
      by: wrong?.credit === 'wrong-outlet' ? 'outlet' : 'voice',
    };
  }
  // Claims that say the same are one support: the sentence is overtaken when the nearest of them is.
  const alike = [best, ...more.filter((group) => rank(group[0] as Comparison) > rank(best[0] as Comparison) - 0.08)];
  const stale = best.flatMap(({ claim }) =>
    overtakers(index, assertion, claim).map((newer) => [claim, newer] as const),
  );
  if (
    stale.length > 0 &&
    !alike.some(
      (group) =>
        group.length === 1 && group.every(({ claim }) => standingOf(index.dossier, claim).kind !== 'superseded'),
    )
  )
    return { verdict: 'outdated', claims: distinct(stale.flat()) };
  if (assertion.notByNow) {
    const event = ranked.find(
      (other) =>
        other.coverage >= THRESHOLDS.clash &&
        other.clashes.some(({ kind }) => kind === 'denial') &&
        isNewer(other.claim, (best[0] as Comparison).claim),
    );
    if (event && assertion.times.length === 0)
      return { verdict: 'outdated', claims: distinct([...claimsOf(best), event.claim]) };
  }
  if (!isCredited(assertion) && !best.some(({ claim }) => namesSayer(assertion, claim))) {
    const [first] = best as [Comparison];
    for (const comparison of [...best, ...more.flat().filter((other) => rank(other) >= rank(first) - 0.005)]) {
      const rivals = rivalsOn(index, assertion, comparison);
      if (rivals.length > 0) return { verdict: 'conflicting-sources', claims: distinct([comparison.claim, ...rivals]) };
    }
  }
  const whole = fitting.find((group) => carryAll(assertion, group));
  if (whole === undefined)
    return {
      verdict: 'unsupported',
      claims: distinct(claimsOf(best)),
      missing: uncarriedBy(assertion, best[0] as Comparison, best.slice(1)).map(({ text }) => text),
    };
  return { verdict: 'supported', claims: distinct(claimsOf(whole)) };
}
