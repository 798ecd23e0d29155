import type { ClaimValue } from '../record/ledger-values.ts';

/** What a claim's entry in a file says of other claims. A conflict is written on one side or on both. */
export type ClaimLinks = Pick<ClaimValue, 'supersedes' | 'conflictsWith'>;

/**
 * What the entries are to say of each other: what they say already stays, as far as it holds; a conflict that is new is
 * written with the newer claim. `wanted` have their conflicts on both sides. Nothing refers to a claim that is `removed`,
 * or that the files do not have.
 */
export function linkFiled(
  wanted: readonly ClaimValue[],
  filed: ReadonlyMap<string, ClaimLinks>,
  removed: ReadonlySet<string>,
): ReadonlyMap<string, ClaimLinks> {
  const there = new Set([...filed.keys(), ...wanted.map(({ id }) => id)].filter((id) => !removed.has(id)));
  const target = new Map(wanted.map((claim) => [claim.id, claim]));
  const links = new Map<string, { supersedes: readonly string[]; conflictsWith: string[] }>();
  for (const id of there) {
    const had = filed.get(id) ?? { supersedes: [], conflictsWith: [] };
    const { supersedes, conflictsWith } = target.get(id) ?? had;
    links.set(id, {
      supersedes: merge(had.supersedes, supersedes).filter((other) => there.has(other)),
      conflictsWith: had.conflictsWith.filter((other) => there.has(other) && conflictsWith.includes(other)),
    });
  }
  const newestFirst = [...wanted.filter(({ id }) => !filed.has(id)), ...wanted.filter(({ id }) => filed.has(id))];
  for (const { id, conflictsWith } of newestFirst) {
    for (const other of conflictsWith) {
      const [own, theirs] = [links.get(id), links.get(other)];
      if (!own || !theirs || own.conflictsWith.includes(other) || theirs.conflictsWith.includes(id)) continue;
      own.conflictsWith.push(other);
    }
  }
  return links;
}

/** What is in both in the order in which it was, then what is new. */
function merge(had: readonly string[], wanted: readonly string[]): readonly string[] {
  return [...had.filter((id) => wanted.includes(id)), ...wanted.filter((id) => !had.includes(id))];
}
