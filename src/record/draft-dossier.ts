import type { z } from 'zod';
import { checkClaims, type PlacedClaim } from './check-claims.ts';
import { checkNames } from './check-names.ts';
import {
  articleSchema,
  claimSchema,
  dossierSchema,
  idSchema,
  measureSchema,
  personSchema,
  topicSchema,
} from './data-folder-schema.ts';
import type { Article, Dossier } from './dossier.ts';
import { linkClaims } from './link-claims.ts';
import type { Mistake } from './mistake.ts';
import { type RequiredFile, words } from './mistake-words.ts';
import { mistakeAt, type Place, type PlacedEntry, within } from './place.ts';
import { readEntry } from './read-entry.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** One file of a dossier: its path inside the dossier's folder (`claims/deployment.yml`) and its text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** The files of one dossier; `folder` is how mistakes name it: `data/<slug>`. */
export interface DossierSource {
  readonly slug: string;
  readonly folder: string;
  readonly files: readonly SourceFile[];
}

/** A topic's command and where it stands. */
export interface PlacedCommand {
  readonly command: string;
  readonly place: Place;
}

/** A dossier as far as its files could be read. */
export interface DossierDraft {
  readonly mistakes: readonly Mistake[];
  readonly commands: readonly PlacedCommand[];
  /** Gives the dossier; undefined when there are mistakes. */
  dossier(): Dossier | undefined;
}

/** Reads the files of one dossier, going on after a mistake so that all are found. */
export function draftDossier({ slug, folder, files }: DossierSource): DossierDraft {
  const mistakes: Mistake[] = [];
  const refuse = (found: Iterable<Mistake>) => {
    for (const mistake of found) mistakes.push(mistake);
  };

  function open({ name, text }: SourceFile): YamlFile | undefined {
    const reading = readYaml(`${folder}/${name}`, text);
    refuse(reading.mistakes);
    return reading.file;
  }

  function read<Entry>(schema: z.ZodType<Entry>, value: unknown, place: Place): Entry | undefined {
    const reading = readEntry(schema, value, place);
    if (reading.ok) return reading.entry;
    refuse(reading.mistakes);
    return undefined;
  }

  function openMap(name: RequiredFile): Section | undefined {
    const source = files.find((file) => file.name === name);
    if (source === undefined) refuse([{ file: `${folder}/${name}`, ...words.noFile(name) }]);
    const file = source && open(source);
    if (file === undefined) return undefined;
    const [place, map] = [{ file, path: [] }, file.value ?? {}];
    if (isMap(map)) return { map, place };
    refuse([mistakeAt(place, words.notMap)]);
    return undefined;
  }

  /** Gives every entry of a section that can be read, with its id and place. */
  function readEntries<Entry>(schema: z.ZodType<Entry>, section: Section | undefined, kind: string) {
    return (section === undefined ? [] : placedIn(section, kind)).flatMap(({ id, value, place }) => {
      read(idSchema, id, place);
      const entry = read(schema, value, place);
      return entry === undefined ? [] : [{ id, entry, place }];
    });
  }

  function openClaims(source: SourceFile): readonly PlacedClaim[] | undefined {
    const file = open(source);
    if (file === undefined) return undefined;
    const [place, list] = [{ file, path: [] }, file.value ?? []];
    if (Array.isArray(list)) return list.map((value, position) => placeClaim(value, within(place, position)));
    refuse([mistakeAt(place, words.notList)]);
    return undefined;
  }

  const dossierFile = openMap('dossier.yml');
  const header = dossierFile && read(dossierSchema, dossierFile.map, dossierFile.place);
  const topicSection = dossierFile && sectionOf(dossierFile, 'topics');
  const topics = readEntries(topicSchema, topicSection, 'topic');
  const measures = readEntries(measureSchema, dossierFile && sectionOf(dossierFile, 'measures'), 'measure');
  const articleFile = openMap('articles.yml');
  const articles = readEntries(articleSchema, articleFile, 'article');
  const peopleFile = openMap('people.yml');
  const people = readEntries(personSchema, peopleFile, 'person');
  refuse(checkNames(peopleFile === undefined ? [] : placedIn(peopleFile, 'person')));

  const claimSources = files.filter(({ name }) => /^claims\/[^/]+\.yml$/.test(name));
  if (claimSources.length === 0) refuse([{ file: `${folder}/claims`, ...words.noClaims }]);
  const claimFiles = claimSources.map(openClaims);
  const placed = claimFiles.flatMap((claims) => claims ?? []);
  refuse(checkClaims(placed));
  const schema = claimSchema({
    topic: topicSection && idsOf(topicSection.map),
    measure: dossierFile && idsOf(dossierFile.map.measures ?? {}),
    article: articleFile && idsOf(articleFile.map),
    person: peopleFile && idsOf(peopleFile.map),
    claim: claimFiles.includes(undefined) ? undefined : new Set(placed.flatMap(({ id }) => id ?? [])),
  });
  const claims = placed.flatMap(({ value, place }) => read(schema, value, place) ?? []);

  for (const { name } of files) {
    if (name.endsWith('.yaml')) refuse([{ file: `${folder}/${name}`, ...words.otherEnding(name) }]);
  }
  return {
    mistakes,
    commands: topicSection === undefined ? [] : placedIn(topicSection, 'topic').flatMap(commandIn),
    dossier: () => {
      if (mistakes.length > 0 || header === undefined) return undefined;
      const articleMap = new Map(articles.map(({ id, entry }): [string, Article] => [id, { slug: id, ...entry }]));
      return {
        slug,
        title: header.title,
        topics: byId(topics),
        measures: byId(measures),
        vocabulary: new Map(Object.entries(header.vocabulary)),
        policy: header.policy,
        articles: articleMap,
        people: byId(people),
        claims: linkClaims(claims, articleMap),
        amendments: new Map(),
      };
    },
  };
}

/** A map in a file, where it stands. */
interface Section {
  readonly map: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

function sectionOf({ map, place }: Section, key: string): Section | undefined {
  const inner = map[key];
  return isMap(inner) ? { map: inner, place: within(place, key) } : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placedIn({ map, place }: Section, kind: string): readonly PlacedEntry[] {
  return Object.entries(map).map(([id, value]) => {
    return { id, value, place: { ...within(place, id), subject: `${kind} "${id}"` } };
  });
}

function commandIn({ value, place }: PlacedEntry): readonly PlacedCommand[] {
  const command = isMap(value) ? value.command : undefined;
  return typeof command === 'string' ? [{ command, place: within(place, 'command') }] : [];
}

function idsOf(map: unknown): ReadonlySet<string> | undefined {
  return isMap(map) ? new Set(Object.keys(map)) : undefined;
}

function byId<Entry>(entries: readonly { readonly id: string; readonly entry: Entry }[]) {
  return new Map(entries.map(({ id, entry }) => [id, { id, ...entry }] as const));
}

function placeClaim(value: unknown, place: Place): PlacedClaim {
  const id = isMap(value) && typeof value.id === 'string' ? value.id.trim() : undefined;
  const subject = id === undefined ? `claim number ${Number(place.path[0]) + 1}` : `claim "${id}"`;
  return { value, id, place: { ...place, subject } };
}
