import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Claim, IsoDate } from '../record/dossier.ts';
import { knownSince, standingOf } from '../record/standing.ts';
import type { Assertion } from './assertion.ts';
import type { Clash, Comparison } from './compare.ts';

/** What a sentence's comparisons come to, with the claims that it rests on and why. */
export type Decision =
  | { readonly verdict: 'supported'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'conflicting-sources'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'outdated'; readonly claims: readonly Claim[] }
  | { readonly verdict: 'misattributed'; readonly claims: readonly Claim[]; readonly by: 'voice' | 'outlet' | 'name' }
  | { readonly verdict: 'contradicted'; readonly claims: readonly Claim[]; readonly clash: Clash }
  /** `missing` are the words that the nearest claims lack; empty when nothing is near. */
  | { readonly verdict: 'unsupported'; readonly claims: readonly Claim[]; readonly missing: readonly string[] };

export const THRESHOLDS = { full: 0.8, clash: 0.5, heavy: 2.2, union: 0.3, stale: 0.5, near: 0.35 } as const;

/** The rank of a comparison: how much of the sentence the claim carries, then how much else the claim says. */
function rank(comparison: Comparison): number {
  return comparison.coverage + 0.2 * comparison.echo;
}

/** Whether words of the sentence are missing that would change what it says. */
function lacks(assertion: Assertion, comparison: Comparison): boolean {
  const { residue, absentNames, figures, times, coverage } = comparison;
  if (coverage < THRESHOLDS.full || absentNames.length > 0 || figures.absent.length > 0 || times.absent > 0)
    return true;
  return residue.some((word) => word.strange || word.weight >= THRESHOLDS.heavy || isReason(assertion, word.start));
}

function isReason({ reason }: Assertion, start: number): boolean {
  return reason !== undefined && start >= reason[0];
}

/** The parties of a claim, without those for whom they speak. */
function parties(claim: Claim): readonly string[] {
  return [...claim.people, ...claim.saidBy];
}

/**
 * Claims that together carry the sentence: the best one, and others about the same parties that have what it lacks.
 * Undefined when something is left.
 */
function support(assertion: Assertion, first: Comparison, others: readonly Comparison[]): Comparison[] | undefined {
  if (first.clashes.length > 0) return undefined;
  if (!lacks(assertion, first)) return [first];
  const chosen = [first];
  let { residue, absentNames } = first;
  let figures = first.figures.absent;
  let times = first.times.absent;
  for (const other of others) {
    if (other === first || other.clashes.length > 0 || other.coverage < THRESHOLDS.union) continue;
    if (
      !parties(other.claim).some((id) => parties(first.claim).includes(id)) &&
      !absentNames.some((word) => word.names.some((id) => parties(other.claim).includes(id)))
    )
      continue;
    const left = residue.filter((word) => other.residue.includes(word));
    const names = absentNames.filter((word) => other.absentNames.includes(word));
    const counted = figures.filter((quantity) => other.figures.absent.includes(quantity));
    if (left.length === residue.length && names.length === absentNames.length && counted.length === figures.length)
      continue;
    chosen.push(other);
    residue = left;
    absentNames = names;
    figures = counted;
    times = Math.min(times, other.times.absent);
    if (chosen.length === 3) break;
  }
  const whole = assertion.matter.reduce((sum, word) => sum + word.weight, 0);
  const left = residue.reduce((sum, word) => sum + word.weight, 0);
  const rest =
    absentNames.length > 0 ||
    figures.length > 0 ||
    times > 0 ||
    residue.some((word) => word.strange || word.weight >= THRESHOLDS.heavy || isReason(assertion, word.start));
  return rest || left > (1 - THRESHOLDS.full) * whole ? undefined : chosen;
}

/** The last day that the sentence itself speaks of; undefined when it gives none. */
function datedTo(assertion: Assertion): IsoDate | undefined {
  return assertion.times
    .filter(({ role }) => role !== 'since')
    .flatMap(({ spans }) => spans.map(({ to }) => to))
    .sort()
    .at(-1);
}

/** The claims that overtake one, unless the sentence is dated to before they did. */
function overtakers(index: ClaimIndex, assertion: Assertion, claim: Claim): readonly Claim[] {
  const standing = standingOf(index.dossier, claim);
  if (standing.kind !== 'superseded') return [];
  const to = datedTo(assertion);
  if (to === undefined || assertion.upToNow) return standing.by;
  return standing.by.filter((newer) => (newer.when?.from ?? knownSince(newer) ?? to) < to);
}

function isCredited({ credit }: Assertion): boolean {
  return credit.voices.length > 0 || credit.outlets.length > 0;
}

const claimsOf = (comparisons: readonly Comparison[]) => comparisons.map(({ claim }) => claim);
const distinct = (claims: readonly Claim[]) => [...new Set(claims)];

/** What the claims that carry the whole sentence make of it. */
function decideSupport(
  index: ClaimIndex,
  assertion: Assertion,
  supports: readonly Comparison[][],
  ranked: readonly Comparison[],
): Decision {
  const fitting = supports.filter((group) => group.every(({ credit }) => credit === 'fits' || credit === 'none'));
  const [best, ...more] = fitting;
  if (best === undefined) {
    const [nearest] = supports as [Comparison[]];
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
    !alike.some((group) => group.every(({ claim }) => standingOf(index.dossier, claim).kind !== 'superseded'))
  )
    return { verdict: 'outdated', claims: distinct(stale.flat()) };
  if (assertion.notByNow) {
    const event = ranked.find(
      (other) =>
        other.coverage >= THRESHOLDS.clash &&
        other.clashes.some(({ kind }) => kind === 'denial') &&
        isNewer(other.claim, (best[0] as Comparison).claim),
    );
    if (event && datedTo(assertion) === undefined)
      return { verdict: 'outdated', claims: distinct([...claimsOf(best), event.claim]) };
  }
  if (!isCredited(assertion)) {
    for (const { claim } of best) {
      const standing = standingOf(index.dossier, claim);
      if (standing.kind === 'disputed')
        return { verdict: 'conflicting-sources', claims: distinct([claim, ...standing.with]) };
    }
  }
  return { verdict: 'supported', claims: distinct(claimsOf(best)) };
}

function isNewer(one: Claim, other: Claim): boolean {
  const [a, b] = [one.when?.from ?? knownSince(one), other.when?.to ?? knownSince(other)];
  return a !== undefined && b !== undefined && a >= b;
}

/** The clash that tells most. */
function firstClash(clashes: readonly Clash[]): Clash {
  const order = ['quote', 'figure', 'measure', 'denial', 'opposite', 'roles', 'time'] as const;
  return [...clashes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0] as Clash;
}

function decideClash(index: ClaimIndex, assertion: Assertion, ranked: readonly Comparison[]): Decision | undefined {
  const found = ranked.find(
    (comparison) =>
      comparison.clashes.length > 0 &&
      (comparison.coverage >= THRESHOLDS.clash || comparison.clashes.some(({ kind }) => kind === 'quote')) &&
      comparison.absentNames.length === 0 &&
      !comparison.residue.some((word) => word.strange),
  );
  if (!found) return undefined;
  const clash = firstClash(found.clashes);
  if (
    (clash.kind === 'denial' || clash.kind === 'opposite') &&
    assertion.notByNow &&
    datedTo(assertion) === undefined
  ) {
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
  return { verdict: 'contradicted', claims: [found.claim], clash };
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
      name.placed
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
      const group = support(assertion, first, ranked);
      return group ? [group] : [];
    });
  // One claim that carries all goes before several together.
  supports.sort((a, b) => a.length - b.length);
  if (supports.length > 0) return decideSupport(index, assertion, supports, ranked);
  const decided =
    decideClash(index, assertion, ranked) ?? decideName(assertion, ranked) ?? decideStale(index, assertion, ranked);
  if (decided) return decided;
  const near = ranked.filter(({ coverage }) => coverage >= THRESHOLDS.near).slice(0, 2);
  const missing = near[0]
    ? [
        ...near[0].residue.map(({ text }) => text),
        ...near[0].figures.absent.map(({ start, end }) => assertion.text.slice(start, end)),
      ]
    : [];
  return { verdict: 'unsupported', claims: claimsOf(near), missing };
}
