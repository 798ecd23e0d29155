import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Assertion } from './assertion.ts';
import type { Comparison } from './comparison.ts';
import { decideClash } from './decide-clash.ts';
import { decideName } from './decide-name.ts';
import { decideSupport } from './decide-support.ts';
import { claimsOf, type Decision, distinct, rank } from './decision.ts';
import { overtakers } from './overtakers.ts';
import { findSupport } from './support.ts';
import { THRESHOLDS } from './thresholds.ts';

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
