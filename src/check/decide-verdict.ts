import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Claim, IsoDate } from '../record/dossier.ts';
import { knownSince, standingOf } from '../record/standing.ts';
import type { Assertion } from './assertion.ts';
import type { Clash, Comparison } from './comparison.ts';
import { rivalsOn } from './rivals.ts';
import { carryAll, findSupport, isReason, subjectsOf, uncarriedBy } from './support.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What a sentence's comparisons come to, with the claims that it rests on and why. */
export type Decision =
  | { readonly verdict: 'supported'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'conflicting-sources'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'outdated'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'misattributed'; readonly claims: readonly Claim[]; readonly by: 'voice' | 'outlet' | 'name' }
  | { readonly verdict: 'contradicted'; readonly claims: readonly Claim[]; readonly clash: Clash }
  /** `missing` are the words that the nearest claims lack; empty when nothing is near. */
  | { readonly verdict: 'unsupported'; readonly claims: readonly Claim[]; readonly missing: readonly string[] };

/** The rank of a comparison: how much of the sentence the claim carries, then how much else the claim says. */
function rank(comparison: Comparison): number {
  return comparison.coverage + 0.2 * comparison.echo;
}

function parties(claim: Claim): readonly string[] {
  return [...claim.people, ...claim.saidBy];
}

/** The last day that the sentence itself speaks of, in the years that fit the claim; undefined when it gives none. */
function datedTo(assertion: Assertion, { when }: Claim): IsoDate | undefined {
  return assertion.times
    .filter(({ role }) => role !== 'since')
    .map(({ spans }) => (spans.find((span) => when && span.from <= when.to && when.from <= span.to) ?? spans[0]).to)
    .sort()
    .at(-1);
}

/** The claims that overtake one, unless the sentence is dated to before they did. */
function overtakers(index: ClaimIndex, assertion: Assertion, claim: Claim): readonly Claim[] {
  const standing = standingOf(index.dossier, claim);
  if (standing.kind !== 'superseded') return [];
  const to = datedTo(assertion, claim);
  if (to === undefined || assertion.upToNow) return standing.by;
  if (assertion.times.some((time) => time.role !== 'since' && time.spans.some((s) => claim.when && s.from <= claim.when.from && claim.when.to <= s.to))) return [];
  return standing.by.filter((newer) => (newer.when?.from ?? knownSince(newer) ?? to) < to);
}

function isCredited({ credit }: Assertion): boolean {
  return credit.voices.length > 0 || credit.outlets.length > 0;
}

/** Verbs with which someone takes a stand: whoever is their subject is credited with it. */
const STANCE =
  /\b(?:say|said|tell|told|spe(?:ak|aks|oke) of|hold|held that|demand|expect|offer|measur|count|den[iy]|blam|know|knew|put|plac|list|reckon|hop(?:e[sd]?|ing)|plan|want|fear|find|found|believ|think|thought|claim|estimat|report|rais|propos|promis|reject|accus|insist|predict|forecast|record|dat(?:e[sd]?)|giv|gave|call|describ|see|saw|argu|warn|admit|conced|acknowledg|confirm)/iu;

/** "The coastguard counted nine dead": the sentence names the one who says so. */
function namesSayer(assertion: Assertion, { saidBy }: Claim): boolean {
  const { text } = assertion;
  return STANCE.test(text) && subjectsOf(assertion).some(
    ({ ids, start, end }) =>
      ids.some((id) => saidBy.includes(id)) && !/['’]s?$/u.test(text.slice(start, end)) && !/^['’]/u.test(text.slice(end)),
  );
}

const claimsOf = (comparisons: readonly Comparison[]) => comparisons.map(({ claim }) => claim);
const distinct = (claims: readonly Claim[]) => [...new Set(claims)];

const fits = ({ credit }: Comparison) => credit === 'fits' || credit === 'none';

/** What the claims that carry the whole sentence make of it. */
function decideSupport(
  index: ClaimIndex,
  assertion: Assertion,
  supports: readonly (readonly Comparison[])[],
  ranked: readonly Comparison[],
): Decision {
  const fitting = supports.filter(
    ([first, ...others]) =>
      // What is added in an outlet's own voice is background to what is credited.
      first !== undefined && fits(first) && others.every((other) => fits(other) || other.claim.saidBy.length === 0),
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

function isNewer(one: Claim, other: Claim): boolean {
  const [a, b] = [one.when?.from ?? knownSince(one), other.when?.to ?? knownSince(other)];
  return a !== undefined && b !== undefined && a >= b;
}

/** The clash that tells most. */
function firstClash(clashes: readonly Clash[]): Clash {
  const order = [
    'quote',
    'figure',
    'measure',
    'denial',
    'opposite',
    'replaced',
    'overstated',
    'roles',
    'time',
  ] as const;
  return [...clashes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0] as Clash;
}

/** Times and figures differ between any two matters: they clash only where the matter is plainly the same. */
function needed({ clashes }: Comparison): number {
  return clashes.every(({ kind }) => kind === 'time' || kind === 'figure') ? THRESHOLDS.full - 0.2 : THRESHOLDS.clash;
}

/** Whether the one whom the sentence names first is not in the claim. */
function lacksSubject({ matter }: Assertion, { absentNames, residue, clashes }: Comparison): boolean {
  const [subject] = matter.filter(({ ids }) => ids.length > 0);
  if (subject === undefined || clashes.some((clash) => clash.kind === 'replaced' && clash.word === subject)) return false;
  return absentNames.includes(subject) || residue.includes(subject);
}

/** A clash that needs no more of the sentence: an altered quotation, another age of the same person. */
function isPlain(clash: Clash): boolean {
  return clash.kind === 'quote' || (clash.kind === 'figure' && clash.quantity.unit === 'age');
}

/** A word of this weight tells what a number is of. */
const TELLING = 1;

function decideClash(index: ClaimIndex, assertion: Assertion, ranked: readonly Comparison[]): Decision | undefined {
  const clashing = ranked.filter(
    (comparison) =>
      comparison.clashes.length > 0 &&
      (comparison.coverage >= needed(comparison) || comparison.clashes.some(isPlain)) &&
      !lacksSubject(assertion, comparison) &&
      !comparison.residue.some((word) => word.strange),
  );
  // A number that is on record for something else tells more than one that differs.
  const found = clashing.find(({ clashes }) => clashes.some(({ kind }) => kind === 'measure')) ?? clashing[0];
  if (!found) return undefined;
  const clash = firstClash(found.clashes);
  // What is planned or asked for is not denied by the record: it is not on record as done.
  if (clash.kind === 'overstated' && clash.degree === 'deed')
    return { verdict: 'unsupported', claims: [found.claim], missing: [clash.written] };
  const isEvent = clash.kind === 'denial' || clash.kind === 'opposite';
  // The very report that the sentence credits says otherwise: it was never right.
  const credited = assertion.credit.outlets.length > 0 && found.credit === 'fits';
  if (isEvent && !credited && assertion.notByNow && assertion.times.length === 0) {
    const older = found.claim.supersedes.flatMap((id) => index.dossier.claims.get(id) ?? []);
    return { verdict: 'outdated', claims: distinct([...older, found.claim]) };
  }
  if (!isCredited(assertion)) {
    const rivals = ranked.filter(
      (other) =>
        found.claim.conflictsWith.includes(other.claim.id) &&
        other.clashes.length === 0 &&
        other.coverage >= THRESHOLDS.clash,
    );
    if (rivals.length > 0)
      return { verdict: 'conflicting-sources', claims: distinct([...claimsOf(rivals), found.claim]) };
  }
  if (clash.kind === 'figure') {
    const measure = found.claim.figure?.measure;
    const others = ranked.filter(
      (other) =>
        other.claim.figure?.measure === measure &&
        measure !== undefined &&
        other.figures.same.includes(clash.quantity) &&
        // "Ended with a rise of 15": who demanded 15 does not say that it ended so.
        other.clashes.length === 0 &&
        other.residue.every((word) => word.weight < TELLING || found.residue.includes(word)),
    );
    if (others.length > 0)
      return isCredited(assertion)
        ? { verdict: 'misattributed', claims: distinct([...claimsOf(others), found.claim]), by: 'voice' }
        : { verdict: 'conflicting-sources', claims: distinct([...claimsOf(others), found.claim]) };
  }
  if (clash.kind === 'measure' && clash.quantity.only) {
    const newer = overtakers(index, assertion, found.claim);
    if (newer.length > 0) return { verdict: 'outdated', claims: distinct([found.claim, ...newer]) };
  }
  return { verdict: 'contradicted', claims: [found.claim], clash };
}

/** Whether a claim has the sentence's words by the way and says something else in its main clause. */
function isAside({ echo, figures, quoted }: Comparison): boolean {
  return echo < THRESHOLDS.aside && figures.same.length === 0 && quoted === 0;
}

/** A claim that says the same in nearly its own words but for a denial goes before those that merely carry the words. */
function nearerClash([first]: readonly Comparison[], ranked: readonly Comparison[]): Comparison | undefined {
  return ranked.find(
    (other) =>
      first !== undefined &&
      other.clashes.some(({ kind }) => kind === 'denial' || kind === 'opposite' || kind === 'roles') &&
      other.credit !== 'wrong-voice' &&
      other.credit !== 'wrong-outlet' &&
      other.coverage >= first.coverage - 0.05 &&
      other.echo >= first.echo + 0.25,
  );
}

const COPULA = /\b(?:is|was|are|were|served|serves|worked|works) (?:as )?(?:a|an|the)?\b/u;

/** Everything is on record but of someone else. */
function decideName(assertion: Assertion, ranked: readonly Comparison[]): Decision | undefined {
  for (const comparison of ranked) {
    const [name, ...others] = comparison.absentNames;
    if (
      name === undefined ||
      others.length > 0 ||
      comparison.clashes.length > 0 ||
      comparison.figures.absent.length > 0
    )
      continue;
    const rest = comparison.residue.filter((word) => word !== name);
    const whole = assertion.matter.reduce((sum, word) => sum + (word === name ? 0 : word.weight), 0);
    const left = rest.reduce((sum, word) => sum + word.weight, 0);
    if (
      whole < 1.5 ||
      left > (1 - THRESHOLDS.full) * whole ||
      rest.some((word) => word.strange || word.weight >= THRESHOLDS.heavy) ||
      isReason(assertion, name.start) ||
      name.placed ||
      name !== subjectsOf(assertion)[0]
    )
      continue;
    const own = ranked.find(
      (other) =>
        other.absentNames.length === 0 &&
        parties(other.claim).some((id) => name.names.includes(id)) &&
        COPULA.test(other.claim.statement),
    );
    if (own && COPULA.test(assertion.text) && COPULA.test(comparison.claim.statement))
      return {
        verdict: 'contradicted',
        claims: distinct([own.claim, comparison.claim]),
        clash: { kind: 'roles', words: [name] },
      };
    return { verdict: 'misattributed', claims: [comparison.claim], by: 'name' };
  }
  return undefined;
}

/** Whichever is nearer: a claim that differs on a point, or one that has everything but of someone else. */
function decideClashOrName(
  index: ClaimIndex,
  assertion: Assertion,
  ranked: readonly Comparison[],
): Decision | undefined {
  const clash = decideClash(index, assertion, ranked);
  const name = decideName(assertion, ranked);
  if (clash === undefined || name === undefined) return clash ?? name;
  const rankOf = ({ claims }: Decision) => ranked.findIndex(({ claim }) => claim === claims[0]);
  return rankOf(name) < rankOf(clash) ? name : clash;
}

/** "So far only one has asked": near to what was right once. */
function decideStale(index: ClaimIndex, assertion: Assertion, ranked: readonly Comparison[]): Decision | undefined {
  if (!assertion.upToNow) return undefined;
  const found = ranked.find(
    ({ claim, clashes, coverage, absentNames }) =>
      clashes.length === 0 &&
      absentNames.length === 0 &&
      coverage >= THRESHOLDS.stale &&
      overtakers(index, assertion, claim).length > 0,
  );
  return (
    found && { verdict: 'outdated', claims: distinct([found.claim, ...overtakers(index, assertion, found.claim)]) }
  );
}

/** Decides what the record says of a sentence from its comparisons, in any order. */
export function decideVerdict(index: ClaimIndex, assertion: Assertion, comparisons: readonly Comparison[]): Decision {
  const ranked = [...comparisons].sort((a, b) => rank(b) - rank(a));
  const supports = ranked
    .filter(({ coverage }) => coverage >= THRESHOLDS.clash)
    .flatMap((first) => {
      const group = findSupport(assertion, first, ranked);
      return group ? [group] : [];
    });
  // One claim that carries all goes before several together.
  supports.sort((a, b) => a.length - b.length || Number(isAside(a[0])) - Number(isAside(b[0])));
  const nearer = supports[0] && nearerClash(supports[0], ranked);
  if (supports.length > 0 && !nearer) return decideSupport(index, assertion, supports, ranked);
  const decided = decideClashOrName(index, assertion, ranked) ?? decideStale(index, assertion, ranked);
  if (decided) return decided;
  const [nearest] = ranked;
  const near = ranked
    .filter(({ coverage }) => coverage >= THRESHOLDS.near && coverage >= (nearest?.coverage ?? 0) - 0.1)
    .slice(0, 2);
  const missing = near[0]
    ? [
        ...near[0].residue.filter(({ weight }) => weight >= 0.5).map(({ text }) => text),
        ...near[0].figures.absent.map(({ start, end }) => assertion.text.slice(start, end)),
      ]
    : [];
  return { verdict: 'unsupported', claims: claimsOf(near), missing };
}
