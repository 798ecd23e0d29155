import { isDeepStrictEqual } from 'node:util';
import type { Dossier } from './dossier.ts';
import type { LedgerEntry } from './ledger.ts';
import { idOf, type Subject, type Thing, thingsOf } from './ledger-values.ts';
import { emptyShelf, filedKey, type Shelf, shelve } from './shelf.ts';

/** The dossiers of a ledger by slug, as raw as its entries have them. */
export function shelvesOf(entries: readonly LedgerEntry[]): ReadonlyMap<string, Shelf> {
  const shelves = new Map<string, Shelf>();
  for (const entry of entries) {
    const shelf = shelves.get(entry.act.dossier) ?? emptyShelf();
    shelves.set(entry.act.dossier, shelf);
    shelve(entry, shelf);
  }
  return shelves;
}

/** One thing of a dossier in the data folder: as the folder last said, as the record has it, as the folder says now. */
export interface FolderState {
  readonly dossier: string;
  readonly subject: Subject;
  readonly id: string;
  readonly before: Thing | undefined;
  /** As whoever brought it in had it; undefined when it is not on record. */
  readonly record: Thing | undefined;
  /** With what the rest of the record says of it. */
  readonly linked: Thing | undefined;
  readonly now: Thing | undefined;
  readonly shelf: Shelf | undefined;
  /** Ids of the claims that the dossier's folder has now. */
  readonly claims: ReadonlySet<string>;
}

/** The states of everything that the data folder holds or held: of each dossier in the order of its files, what is gone last. */
export function folderStates(folder: readonly Dossier[], shelves: ReadonlyMap<string, Shelf>): readonly FolderState[] {
  const now = new Map(
    folder.map((dossier) => [
      dossier.slug,
      new Map(thingsOf(dossier).map((it) => [filedKey(it.subject, idOf(it)), it])),
    ]),
  );
  const slugs = new Set([...now.keys(), ...shelves.keys()]);
  const states = [...slugs].flatMap((dossier) => {
    const shelf = shelves.get(dossier);
    const things = now.get(dossier) ?? new Map<string, Thing>();
    const claims = new Set([...things.values()].flatMap((it) => (it.subject === 'claim' ? [it.value.id] : [])));
    const gone = [...(shelf?.filed ?? [])].filter(([key]) => !things.has(key)).reverse();
    return [...things, ...gone].map(([key, thing]): FolderState => {
      const { subject } = thing;
      const id = idOf(thing);
      const record = shelf && onRecord(shelf, subject, id);
      const linked = shelf && record?.subject === 'claim' ? linkedValue(shelf, record) : record;
      return {
        dossier,
        subject,
        id,
        before: shelf?.filed.get(key),
        record,
        linked,
        now: things.get(key),
        shelf,
        claims,
      };
    });
  });
  return [...states.filter((state) => state.now !== undefined), ...states.filter((state) => state.now === undefined)];
}

/** Whether two versions of a thing say the same to the folder as it is now; undefined is that it is not there. */
export function sameThing(
  one: Thing | undefined,
  other: Thing | undefined,
  { claims }: Pick<FolderState, 'claims'>,
): boolean {
  return isDeepStrictEqual(one && comparable(one, claims), other && comparable(other, claims));
}

/** With the lists of other claims in one order, since that says nothing, and without those that the folder does not have. */
function comparable(thing: Thing, claims: ReadonlySet<string>): Thing {
  if (thing.subject !== 'claim') return thing;
  const there = (ids: readonly string[]) => ids.filter((id) => claims.has(id)).sort();
  const { supersedes, conflictsWith } = thing.value;
  return { ...thing, value: { ...thing.value, supersedes: there(supersedes), conflictsWith: there(conflictsWith) } };
}

function onRecord(shelf: Shelf, subject: Subject, id: string): Thing | undefined {
  const value = shelf[subject].get(id);
  if (value === undefined || (subject === 'claim' && shelf.retracted.has(id))) return undefined;
  return { subject, value } as Thing;
}

/** A claim with what standing claims and editors say of it: as the folder has it once all that is written there. */
export function linkedValue(
  shelf: Shelf,
  { subject, value }: Extract<Thing, { subject: 'claim' }>,
): Extract<Thing, { subject: 'claim' }> {
  const stands = (id: string) => shelf.claim.has(id) && !shelf.retracted.has(id);
  const opposed = [...shelf.claim.values()].filter((other) => other.conflictsWith.includes(value.id));
  const overtaken = shelf.overtaken.filter(({ by }) => by === value.id);
  const known = (ids: readonly string[]) => [...new Set(ids)].filter(stands);
  return {
    subject,
    value: {
      ...value,
      supersedes: known([...value.supersedes, ...overtaken.map(({ claim }) => claim)]),
      conflictsWith: known([...value.conflictsWith, ...opposed.map(({ id }) => id)]),
    },
  };
}
