import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Assertion } from './assertion.ts';
import type { Clash, Comparison } from './comparison.ts';
import { claimsOf, type Decision, distinct, isCredited } from './decision.ts';
import { overtakers } from './overtakers.ts';
import { THRESHOLDS } from './thresholds.ts';

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
  if (subject === undefined || clashes.some((clash) => clash.kind === 'replaced' && clash.word === subject))
    return false;
  return absentNames.includes(subject) || residue.includes(subject);
}

/** A clash that needs no more of the sentence: an altered quotation, another age of the same person. */
function isPlain(clash: Clash): boolean {
  return clash.kind === 'quote' || (clash.kind === 'figure' && clash.quantity.unit === 'age');
}

/** A word of this weight tells what a number is of. */
const TELLING = 1;

/** What a claim on the same matter that differs on a point makes of a sentence; undefined when there is none. */
export function decideClash(
  index: ClaimIndex,
  assertion: Assertion,
  ranked: readonly Comparison[],
): Decision | undefined {
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
