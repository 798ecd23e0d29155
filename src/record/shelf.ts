import type { Amendment } from './amendment.ts';
import type { Article, Claim, Measure, Person, Topic } from './dossier.ts';
import type { Act, LedgerEntry } from './ledger.ts';
import { type ClaimValue, idOf, type Subject, type Thing } from './ledger-values.ts';
import { claimsAmong, thingsIn } from './things-in.ts';
import { withArticles } from './with-articles.ts';

/** One dossier while the ledger is read: its things by id, and what editors said of claims. */
export interface Shelf {
  readonly topic: Map<string, Topic>;
  readonly measure: Map<string, Measure>;
  readonly person: Map<string, Person>;
  readonly article: Map<string, Article>;
  readonly claim: Map<string, ClaimValue>;
  /** What the data folder last said, by `filedKey`. */
  readonly filed: Map<string, Thing>;
  /** Claims that stay out until someone lets them in again. */
  readonly retracted: Set<string>;
  /** What editors said overtakes what: a change of the files does not undo it, unless they had said so too. */
  readonly overtaken: { readonly claim: string; readonly by: string }[];
  /** The place of the newest act by which an editor touched a thing, by `filedKey`. */
  readonly hands: Map<string, number>;
  readonly amendments: Map<string, [Amendment, ...Amendment[]]>;
}

/** A shelf with nothing on it. */
export function emptyShelf(): Shelf {
  return {
    topic: new Map(),
    measure: new Map(),
    person: new Map(),
    article: new Map(),
    claim: new Map(),
    filed: new Map(),
    retracted: new Set(),
    overtaken: [],
    hands: new Map(),
    amendments: new Map(),
  };
}

/** What `filed` knows a thing by. */
export function filedKey(subject: Subject, id: string): string {
  return `${subject}/${id}`;
}

/** Puts on the shelf what an entry did to its dossier. */
export function shelve(entry: LedgerEntry, shelf: Shelf): void {
  const { act } = entry;
  const target = amended(act);
  const before = target === undefined ? undefined : linkedClaims(shelf);
  if (act.kind !== 'changed') {
    for (const { id } of claimsAmong(thingsIn(act))) shelf.retracted.delete(id);
  }
  if (act.kind === 'added' || act.kind === 'changed') file(act.thing, shelf);
  for (const thing of thingsIn(act))
    (shelf[thing.subject] as Map<string, Thing['value']>).set(idOf(thing), thing.value);
  if (act.kind !== 'added' && act.kind !== 'changed')
    for (const thing of thingsIn(act)) shelf.hands.set(filedKey(thing.subject, idOf(thing)), entry.seq);
  switch (act.kind) {
    case 'withdrawn':
      shelf[act.subject].delete(act.id);
      shelf.filed.delete(filedKey(act.subject, act.id));
      break;
    case 'retracted':
      shelf.hands.set(filedKey('claim', act.claim), entry.seq);
      shelf.retracted.add(act.claim);
      break;
    case 'superseded':
      shelf.hands.set(filedKey('claim', act.by), entry.seq);
      shelf.overtaken.push({ claim: act.claim, by: act.by });
      break;
  }
  if (target !== undefined && before !== undefined) amend(target, amendmentOf(entry, target, before, shelf), shelf);
}

/** The claim that an act amends. */
function amended(act: Act): string | undefined {
  return act.kind === 'corrected' || act.kind === 'retracted' || act.kind === 'superseded' ? act.claim : undefined;
}

/** What an entry did to a claim; undefined when that did not stand. `before` are the claims as they stood before. */
function amendmentOf(
  { seq, at, by, act }: LedgerEntry,
  target: string,
  before: ReadonlyMap<string, Claim>,
  shelf: Shelf,
): Amendment | undefined {
  const was = before.get(target);
  if (was === undefined) return undefined;
  switch (act.kind) {
    case 'corrected':
      return {
        kind: 'corrected',
        seq,
        at,
        by,
        why: act.why,
        source: act.source,
        was,
        now: linkedClaims(shelf).get(target) ?? was,
      };
    case 'retracted':
      return {
        kind: 'retracted',
        seq,
        at,
        by,
        why: act.why,
        source: act.source,
        was,
        overtakenBy: [...before.values()].flatMap(({ id, supersedes }) => (supersedes.includes(target) ? [id] : [])),
      };
    case 'superseded': {
      const now = linkedClaims(shelf).get(act.by);
      return now && { kind: 'superseded', seq, at, by, why: act.why, was, now };
    }
    default:
      return undefined;
  }
}

function amend(claim: string, amendment: Amendment | undefined, { amendments }: Shelf): void {
  if (amendment === undefined) return;
  const before = amendments.get(claim);
  amendments.set(claim, before === undefined ? [amendment] : [...before, amendment]);
}

/** Keeps what the folder says; what it says no longer of what overtakes what, editors said only because it did. */
function file(thing: Thing, { filed, overtaken }: Shelf): void {
  const key = filedKey(thing.subject, idOf(thing));
  const before = filed.get(key);
  if (thing.subject === 'claim' && before?.subject === 'claim') {
    const { id, supersedes } = thing.value;
    const dropped = before.value.supersedes.filter((older) => !supersedes.includes(older));
    const kept = overtaken.filter((link) => link.by !== id || !dropped.includes(link.claim));
    overtaken.splice(0, overtaken.length, ...kept);
  }
  filed.set(key, thing);
}

/** A claim that stands, with its articles; undefined when it is retracted or no article of its reports is there. */
function standingClaim(shelf: Shelf, id: string): Claim | undefined {
  const value = shelf.claim.get(id);
  return value === undefined || shelf.retracted.has(id) ? undefined : withArticles(value, shelf.article);
}

/** The claims that stand, with their articles and with what they say of each other. */
export function linkedClaims(shelf: Shelf): ReadonlyMap<string, Claim> {
  const standing = new Map(
    [...shelf.claim.keys()].flatMap((id): [string, Claim][] => {
      const claim = standingClaim(shelf, id);
      return claim === undefined ? [] : [[id, claim]];
    }),
  );
  const opposed = Map.groupBy(
    [...standing.values()].flatMap(({ id, conflictsWith }) => conflictsWith.map((other) => ({ id, other }))),
    ({ other }) => other,
  );
  const overtakes = Map.groupBy(shelf.overtaken, ({ by }) => by);
  return new Map(
    [...standing].map(([id, claim]) => {
      const known = (others: readonly string[]) => [...new Set(others)].filter((other) => standing.has(other));
      return [
        id,
        {
          ...claim,
          supersedes: known([...claim.supersedes, ...(overtakes.get(id) ?? []).map((link) => link.claim)]),
          conflictsWith: known([...claim.conflictsWith, ...(opposed.get(id) ?? []).map((link) => link.id)]),
        },
      ];
    }),
  );
}
