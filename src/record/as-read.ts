import type { Aftermath, Amendment, Mending } from './amendment.ts';
import type { Claim, Dossier, IsoDate } from './dossier.ts';
import { onceEach } from './once-each.ts';

const MOST_KEPT = 3;
const kept = onceEach((_: Dossier) => new Map<string, Dossier>());

/** The day of an editor's act, in UTC as all days of the record. */
export function dayOfAct({ at }: Pick<Amendment, 'at'>): IsoDate {
  return at.slice(0, 10);
}

/** Whether an act says that a claim was wrong. */
export function isMending(amendment: Amendment): amendment is Mending {
  return amendment.kind !== 'superseded';
}

/**
 * The dossier as it read at the end of a day: without what editors corrected or retracted later, which it has in `since`.
 * Gives the dossier itself when that is nothing; the same object for the same amendments, as long as few are asked for.
 */
export function asRead(dossier: Dossier, day: IsoDate): Dossier {
  const later = new Map<string, readonly Mending[]>();
  for (const [id, amendments] of dossier.amendments) {
    const since = amendments.filter(isMending).filter((amendment) => dayOfAct(amendment) > day);
    if (since.length > 0) later.set(id, since);
  }
  if (later.size === 0) return dossier;
  const key = [...later.values()].map(([first]) => first?.seq).join();
  const known = kept(dossier);
  const read = known.get(key) ?? before(dossier, later, day);
  known.set(key, read);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  return read;
}

function before(dossier: Dossier, later: ReadonlyMap<string, readonly Mending[]>, day: IsoDate): Dossier {
  const claims = new Map(dossier.claims);
  const since = new Map<string, Aftermath>();
  const overtaken: [older: string, newer: string][] = [];
  for (const [id, mendings] of later) {
    const [first] = mendings as [Mending];
    const now = dossier.claims.get(id);
    claims.set(id, first.was);
    since.set(id, { mending: mendings.at(-1) as Mending, ...(now === undefined ? {} : { now }) });
    for (const mending of mendings)
      if (mending.kind === 'retracted') for (const newer of mending.overtakenBy ?? []) overtaken.push([id, newer]);
  }
  const earlier = [...dossier.amendments].flatMap(([id, amendments]): [string, [Amendment, ...Amendment[]]][] => {
    const [first, ...others] = amendments.filter((amendment) => dayOfAct(amendment) <= day);
    return first === undefined ? [] : [[id, [first, ...others]]];
  });
  return { ...dossier, claims: linkAgain(claims, overtaken), amendments: new Map(earlier), since };
}

/** Conflicts on both sides, and nothing said of claims that are not there. */
function linkAgain(
  claims: ReadonlyMap<string, Claim>,
  overtaken: readonly (readonly [older: string, newer: string])[],
): ReadonlyMap<string, Claim> {
  const opposed = Map.groupBy(
    [...claims.values()].flatMap(({ id, conflictsWith }) => conflictsWith.map((other) => ({ id, other }))),
    ({ other }) => other,
  );
  const overtakes = Map.groupBy(overtaken, ([, newer]) => newer);
  const there = (ids: readonly string[]) => [...new Set(ids)].filter((id) => claims.has(id));
  return new Map(
    [...claims].map(([id, claim]) => [
      id,
      {
        ...claim,
        supersedes: there([...claim.supersedes, ...(overtakes.get(id) ?? []).map(([older]) => older)]),
        conflictsWith: there([...claim.conflictsWith, ...(opposed.get(id) ?? []).map((link) => link.id)]),
      },
    ]),
  );
}
