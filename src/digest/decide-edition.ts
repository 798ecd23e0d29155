import type { Claim, Dossier, IsoDate } from '../record/dossier.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import { changesOf } from './changes-of.ts';
import type { EditionDecision, EditionSection, TopicRef } from './edition.ts';
import { ageNote, handlingNotesOf } from './edition-notes.ts';
import type { Part } from './part.ts';
import { stateOf } from './state-of.ts';
import type { Subscription } from './subscription.ts';
import { type Changes, words } from './words.ts';

/** What an edition needs beside the two moments. */
export interface EditionOptions {
  /** The day that ages are counted to. */
  readonly today: IsoDate;
  /** The day of the earlier moment, where readers are to be told it. */
  readonly since?: IsoDate;
  /** What entered the ledger between the moments. */
  readonly entries?: readonly LedgerEntry[];
  /** What the edition covers; empty or absent: every topic of every dossier. */
  readonly topics?: readonly TopicRef[];
  /** What to do when nothing changed; absent: say how the record stands. */
  readonly quietDay?: Subscription['quietDay'];
}

/** Sections of one kind stand together, whatever their dossier: corrections first, what needs care last. */
const ORDER = ['corrections', 'figures', 'new', 'superseded', 'sourcing', 'topic', 'care'] as const;

/**
 * The edition that takes readers from one moment of the record to another, or from nothing (`before` undefined) to how
 * it stands. Pure: the same moments and options give the same edition.
 */
export function decideEdition(
  before: readonly Dossier[] | undefined,
  after: readonly Dossier[],
  options: EditionOptions,
): EditionDecision {
  const parts = after
    .filter((dossier) => isCovered(dossier, options))
    .map((dossier) => partOf(before, dossier, options));
  const gone = (before ?? []).filter(
    (dossier) => isCovered(dossier, options) && !after.some(({ slug }) => slug === dossier.slug),
  );
  const title = words.dossiers(parts.map(({ dossier }) => dossier.title));
  const sections = sectionsOf(parts);
  const passed = parts.reduce((sum, { passing }) => sum + passing, 0);
  if (sections.length === 0 && gone.length === 0) {
    if (before !== undefined && options.quietDay === 'silent') return { kind: 'silent' };
    return {
      kind: 'edition',
      edition: { kind: 'quiet', title, lead: quietLead(title, parts, before, options), sections, notes: [] },
    };
  }
  return {
    kind: 'edition',
    edition: {
      kind: before === undefined ? 'first' : 'news',
      title,
      lead: before === undefined ? firstLead(parts) : words.changes(total(parts), options.since),
      sections,
      notes: [
        ...gone.map((dossier) => words.gone(dossier.title)),
        ...(passed > 0 ? [words.passing(passed)] : []),
        ...notesOf(parts, options.today),
      ],
    },
  };
}

function covers({ topics = [] }: EditionOptions, dossier: string, topic: string): boolean {
  return topics.length === 0 || topics.some((chosen) => chosen.dossier === dossier && chosen.topic === topic);
}

function isCovered(dossier: Dossier, options: EditionOptions): boolean {
  return [...dossier.topics.keys()].some((topic) => covers(options, dossier.slug, topic));
}

function partOf(before: readonly Dossier[] | undefined, after: Dossier, options: EditionOptions): Part {
  const covered = (claim: Claim) => covers(options, after.slug, claim.topic);
  if (before === undefined) return stateOf(after, covered);
  return changesOf({
    before: before.find(({ slug }) => slug === after.slug) ?? { ...after, articles: new Map(), claims: new Map() },
    after,
    entries: (options.entries ?? []).filter(({ act }) => act.dossier === after.slug),
    covers: covered,
  });
}

function sectionsOf(parts: readonly Part[]): readonly EditionSection[] {
  const all = parts.flatMap(({ dossier, sections }) =>
    parts.length === 1
      ? sections
      : sections.map((section) => ({ ...section, title: words.ofDossier(dossier.title, section.title) })),
  );
  return ORDER.flatMap((kind) => all.filter((section) => section.kind === kind));
}

function total(parts: readonly Part[]): Changes {
  const sum = (kind: keyof Changes) => parts.reduce((all, { changes }) => all + changes[kind], 0);
  return {
    corrections: sum('corrections'),
    figures: sum('figures'),
    new: sum('new'),
    superseded: sum('superseded'),
    sourcing: sum('sourcing'),
  };
}

function firstLead(parts: readonly Part[]): string {
  const claims = parts.flatMap((part) => part.claims);
  const articles = new Set(claims.flatMap(({ reports }) => reports.map(({ article }) => article)));
  return words.first(claims.length, articles.size);
}

function quietLead(
  title: string,
  parts: readonly Part[],
  before: readonly Dossier[] | undefined,
  options: EditionOptions,
): string {
  const claims = parts.flatMap((part) => part.claims);
  if (claims.length === 0 && before === undefined) return words.empty(title);
  return [words.quiet(title, options.since, claims.length), ...ageNote(claims, options.today)].join(' ');
}

/** How old each part is, and how to handle who is named in it. What needs care has its note in its section. */
function notesOf(parts: readonly Part[], today: IsoDate): readonly string[] {
  return parts.flatMap((part) =>
    [...ageNote(part.claims, today), ...handlingNotesOf(part)].map((note) =>
      parts.length === 1 ? note : words.ofDossier(part.dossier.title, note),
    ),
  );
}
