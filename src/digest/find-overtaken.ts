import { type Comparison, isOvertaken, overtakers, showNow } from './comparison.ts';
import type { EditionItem } from './edition.ts';
import { words } from './words.ts';

/**
 * The claims that stood before and are overtaken now, each with what stands in their place.
 * `settled` are the claims told elsewhere.
 */
export function findOvertaken(comparison: Comparison, settled: ReadonlySet<string>): readonly EditionItem[] {
  const { before, after, entries } = comparison;
  const reasons = new Map(
    entries.flatMap(({ act }) => (act.kind === 'superseded' ? [[act.claim, words.why(act.why, undefined)]] : [])),
  );
  return [...after.claims.values()]
    .filter((claim) => isOvertaken(after, claim) && !settled.has(claim.id) && comparison.covers(claim))
    .filter(({ id }) => {
      const old = before.claims.get(id);
      return old !== undefined && !isOvertaken(before, old);
    })
    .map((claim): EditionItem => {
      const newer = overtakers(after, claim);
      // Where editors made a circle of claims, all of it is shown.
      const last = newer.filter((other) => !isOvertaken(after, other));
      const now = last.length > 0 ? last : newer;
      const why = reasons.get(claim.id);
      return {
        kind: 'superseded',
        was: [showNow(comparison, claim, newer)],
        now: now.map((other) => showNow(comparison, other, [claim, ...now])),
        ...(why === undefined ? {} : { why }),
      };
    });
}
