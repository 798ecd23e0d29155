import type { Article, Claim, Dossier, Measure, Person, Report, Topic } from './dossier.ts';
import type { Act, LedgerEntry } from './ledger.ts';
import { idOf, type Subject, type Thing } from './ledger-values.ts';

type Value<S extends Subject> = Extract<Thing, { subject: S }>['value'];
type ClaimValue = Value<'claim'>;

/** One dossier while the ledger is read: its things by id, and what editors said of claims. */
interface Shelf {
  readonly topic: Map<string, Topic>;
  readonly measure: Map<string, Measure>;
  readonly person: Map<string, Person>;
  readonly article: Map<string, Article>;
  readonly claim: Map<string, ClaimValue>;
  /** Claims that stay out until someone lets them in again. */
  readonly retracted: Set<string>;
  /** What editors said overtakes what: a change of the files does not undo it. */
  readonly overtaken: { readonly claim: string; readonly by: string }[];
}

/**
 * The record as it stood after some entries, all from the first on. Titles, vocabulary and policy are not in the ledger
 * and come from the `current` dossiers, as does the order of what is still there. A dossier of which nothing stood is
 * left out; what refers to something that did not stand refers to it no more.
 */
export function replay(entries: readonly LedgerEntry[], current: readonly Dossier[]): readonly Dossier[] {
  const shelves = new Map<string, Shelf>();
  for (const { act } of entries) {
    const shelf = shelves.get(act.dossier) ?? emptyShelf();
    shelves.set(act.dossier, shelf);
    apply(act, shelf);
  }
  const order = new Map(current.map(({ slug }, place) => [slug, place]));
  return [...shelves]
    .map(([slug, shelf]) =>
      toDossier(
        slug,
        shelf,
        current.find((dossier) => dossier.slug === slug),
      ),
    )
    .filter(({ topics, measures, people, articles, claims }) =>
      [topics, measures, people, articles, claims].some((things) => things.size > 0),
    )
    .sort((a, b) => (order.get(a.slug) ?? order.size) - (order.get(b.slug) ?? order.size));
}

function emptyShelf(): Shelf {
  return {
    topic: new Map(),
    measure: new Map(),
    person: new Map(),
    article: new Map(),
    claim: new Map(),
    retracted: new Set(),
    overtaken: [],
  };
}

function apply(act: Act, shelf: Shelf): void {
  if (act.kind !== 'changed') {
    for (const thing of thingsIn(act)) if (thing.subject === 'claim') shelf.retracted.delete(thing.value.id);
  }
  for (const thing of thingsIn(act)) put(shelf, thing);
  switch (act.kind) {
    case 'withdrawn':
      shelf[act.subject].delete(act.id);
      break;
    case 'retracted':
      shelf.retracted.add(act.claim);
      break;
    case 'superseded':
      shelf.overtaken.push(act);
      break;
  }
}

/** What an act lets into the record. */
function thingsIn(act: Act): readonly Thing[] {
  switch (act.kind) {
    case 'added':
    case 'changed':
      return [act.thing];
    case 'approved':
    case 'corrected':
    case 'superseded':
      return act.things;
    case 'withdrawn':
    case 'proposed':
    case 'declined':
    case 'retracted':
      return [];
  }
}

function put(shelf: Shelf, thing: Thing): void {
  (shelf[thing.subject] as Map<string, Thing['value']>).set(idOf(thing), thing.value);
}

function toDossier(slug: string, shelf: Shelf, current: Dossier | undefined): Dossier {
  const articles = inOrderOf(current?.articles, shelf.article);
  return {
    slug,
    title: current?.title ?? slug,
    topics: inOrderOf(current?.topics, shelf.topic),
    measures: inOrderOf(current?.measures, shelf.measure),
    vocabulary: current?.vocabulary ?? new Map(),
    policy: current?.policy ?? {},
    articles,
    people: inOrderOf(current?.people, shelf.person),
    claims: inOrderOf(current?.claims, linked(shelf, articles)),
  };
}

/** The claims that stand, with their articles and with what they say of each other. */
function linked(shelf: Shelf, articles: ReadonlyMap<string, Article>): ReadonlyMap<string, Claim> {
  const standing = new Map(
    [...shelf.claim].flatMap(([id, value]): [string, Claim][] => {
      const reports = value.reports.flatMap((report): Report[] => {
        const article = articles.get(report.article);
        return article === undefined ? [] : [{ ...report, article }];
      });
      const [first, ...others] = reports;
      return first === undefined || shelf.retracted.has(id) ? [] : [[id, { ...value, reports: [first, ...others] }]];
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
