import type { Dossier } from './dossier.ts';
import type { LedgerEntry } from './ledger.ts';
import { emptyShelf, linkedClaims, type Shelf, shelve } from './shelf.ts';

/** The record while the ledger is read on. */
export interface Replay {
  /** Takes the entries that come next. */
  take(entries: readonly LedgerEntry[]): void;
  /** The record after what was taken. A dossier in which nothing changed since the last call is the same object. */
  dossiers(): readonly Dossier[];
}

/**
 * The record replayed from the ledger's first entry on. Titles, vocabulary and policy are not in the ledger
 * and come from the `current` dossiers, as does the order of what is still there. A dossier of which nothing stands is
 * left out; what refers to something that does not stand refers to it no more.
 */
export function createReplay(current: readonly Dossier[]): Replay {
  const order = new Map(current.map(({ slug }, place) => [slug, place]));
  const shelves = new Map<string, Shelf>();
  const made = new Map<string, Dossier>();
  let record: readonly Dossier[] | undefined;

  function take(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      const { kind, dossier } = entry.act;
      // Nothing of these is in the record.
      if (kind === 'proposed' || kind === 'declined') continue;
      const shelf = shelves.get(dossier) ?? emptyShelf();
      shelves.set(dossier, shelf);
      shelve(entry, shelf);
      made.delete(dossier);
      record = undefined;
    }
  }

  function dossierOf([slug, shelf]: [string, Shelf]): Dossier {
    const known = made.get(slug);
    if (known !== undefined) return known;
    const dossier = toDossier(
      slug,
      shelf,
      current.find((one) => one.slug === slug),
    );
    made.set(slug, dossier);
    return dossier;
  }

  return {
    take,
    dossiers() {
      record ??= [...shelves]
        .map(dossierOf)
        .filter(({ topics, measures, people, articles, claims }) =>
          [topics, measures, people, articles, claims].some((things) => things.size > 0),
        )
        .sort((a, b) => (order.get(a.slug) ?? order.size) - (order.get(b.slug) ?? order.size));
      return record;
    },
  };
}

/** The record as it stood after some entries, all from the first on. */
export function replay(entries: readonly LedgerEntry[], current: readonly Dossier[]): readonly Dossier[] {
  const replayed = createReplay(current);
  replayed.take(entries);
  return replayed.dossiers();
}

function toDossier(slug: string, shelf: Shelf, current: Dossier | undefined): Dossier {
  return {
    slug,
    title: current?.title ?? slug,
    topics: inOrderOf(current?.topics, shelf.topic),
    measures: inOrderOf(current?.measures, shelf.measure),
    vocabulary: current?.vocabulary ?? new Map(),
    policy: current?.policy ?? {},
    articles: inOrderOf(current?.articles, shelf.article),
    people: inOrderOf(current?.people, shelf.person),
    claims: inOrderOf(current?.claims, linkedClaims(shelf)),
    amendments: new Map(shelf.amendments),
  };
}

/** What is in `order` too comes first and in its order, the rest as it entered the ledger. */
function inOrderOf<T>(order: ReadonlyMap<string, unknown> | undefined, things: ReadonlyMap<string, T>): Map<string, T> {
  const ids = new Set([...(order?.keys() ?? []), ...things.keys()]);
  return new Map(
    [...ids].flatMap((id): [string, T][] => {
      const thing = things.get(id);
      return thing === undefined ? [] : [[id, thing]];
    }),
  );
}
