import type { Assertion } from './assertion.ts';
import type { Comparison } from './comparison.ts';
import { type Decision, distinct, parties } from './decision.ts';
import { isReason, subjectsOf } from './support.ts';
import { THRESHOLDS } from './thresholds.ts';

const COPULA = /\b(?:is|was|are|were|served|serves|worked|works) (?:as )?(?:a|an|the)?\b/u;

/** Everything is on record but of someone else. */
export function decideName(assertion: Assertion, ranked: readonly Comparison[]): Decision | undefined {
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
