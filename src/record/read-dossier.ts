import type { z } from 'zod';
import {
  articleSchema,
  claimSchema,
  dossierSchema,
  idSchema,
  type KnownIds,
  measureSchema,
  personSchema,
  topicSchema,
} from './data-folder-schema.ts';
import type { Article, Claim, Dossier, Measure, Person, Report, Topic } from './dossier.ts';
import { findCircles } from './find-circles.ts';
import { foldName } from './fold-name.ts';
import type { Mistake } from './mistake.ts';
import { type Wording, words } from './mistake-words.ts';
import { wordIssue } from './word-issue.ts';
import { type Path, readYaml, type YamlFile } from './yaml-file.ts';

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

/** The dossier, or everything that is wrong with its files. */
export type DossierReading =
  | { readonly ok: true; readonly dossier: Dossier }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** The dossiers, or everything that is wrong with any of them. */
export type RecordReading =
  | { readonly ok: true; readonly dossiers: readonly Dossier[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads one dossier. Every mistake of every file is reported at once. */
export function readDossier(source: DossierSource): DossierReading {
  const reading = readRecord([source]);
  return reading.ok ? { ok: true, dossier: reading.dossiers[0] as Dossier } : reading;
}

/** Reads dossiers that are used together: a command may belong to one topic among them all. */
export function readRecord(sources: readonly DossierSource[]): RecordReading {
  const drafts = sources.map(draftDossier);
  const mistakes = drafts.flatMap((draft) => draft.mistakes);
  const owners = new Map<string, Command>();
  for (const command of drafts.flatMap((draft) => draft.commands)) {
    const owner = owners.get(command.text);
    if (owner === undefined) owners.set(command.text, command);
    else {
      const { file, line, subject } = command;
      mistakes.push({ file, line, subject, ...words.commandTwice(command.text, `${owner.file}:${owner.line}`) });
    }
  }
  if (mistakes.length > 0) return { ok: false, mistakes: mistakes.sort(byPlace) };
  return { ok: true, dossiers: drafts.map((draft) => draft.dossier()) };
}

function byPlace(one: Mistake, other: Mistake): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (one.line ?? 0) - (other.line ?? 0);
}

interface Command {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly subject: string;
}

interface Draft {
  readonly mistakes: readonly Mistake[];
  readonly commands: readonly Command[];
  /** Only to be asked for when there are no mistakes. */
  dossier(): Dossier;
}

type ReadClaim = z.infer<ReturnType<typeof claimSchema>>;

function draftDossier({ slug, folder, files }: DossierSource): Draft {
  const mistakes: Mistake[] = [];

  function refuse(file: YamlFile, path: Path, subject: string | undefined, wording: Wording): void {
    mistakes.push({
      file: file.path,
      line: file.lineOf(path),
      ...(subject === undefined ? {} : { subject }),
      ...wording,
    });
  }

  function read<Output>(schema: z.ZodType<Output>, value: unknown, file: YamlFile, path: Path, subject?: string) {
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      for (const { path: within, problem, mend } of wordIssue(issue, String(path.at(-1) ?? 'file'))) {
        refuse(file, [...path, ...within], subject, { problem, mend });
      }
    }
    return undefined;
  }

  function open(source: SourceFile): YamlFile | undefined {
    const reading = readYaml(`${folder}/${source.name}`, source.text);
    if (reading.ok) return reading.file;
    mistakes.push(...reading.mistakes);
    return undefined;
  }

  function openNamed(name: string, holds: string): YamlFile | undefined {
    const source = files.find((file) => file.name === name);
    if (source !== undefined) return open(source);
    mistakes.push({ file: `${folder}/${name}`, ...words.noFile(name, holds) });
    return undefined;
  }

  function entries<Output>(file: YamlFile | undefined, path: Path, kind: string, schema: z.ZodType<Output>) {
    const found = new Map<string, Output>();
    if (file === undefined) return found;
    const listed = path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
      file.value,
    );
    if (listed === undefined || listed === null) return found;
    if (typeof listed !== 'object' || Array.isArray(listed)) {
      if (path.length === 0) refuse(file, path, undefined, words.notMap('The file'));
      return found;
    }
    for (const id of file.keysOf(path)) {
      const subject = `${kind} "${id}"`;
      read(idSchema, id, file, [...path, id], subject);
      const entry = read(schema, (listed as Record<string, unknown>)[id], file, [...path, id], subject);
      if (entry !== undefined) found.set(id, entry);
    }
    return found;
  }

  const dossierFile = openNamed('dossier.yml', 'the title of the story, its topics and measures');
  const articlesFile = openNamed('articles.yml', 'the published pieces, each with outlet, headline and date');
  const peopleFile = openNamed('people.yml', 'the people and bodies that act or speak in the story');
  const claimSources = files.filter(({ name }) => /^claims\/[^/]+\.yml$/.test(name));
  const claimFiles = claimSources.map(open);
  if (claimSources.length === 0) mistakes.push({ file: `${folder}/claims`, ...words.noClaims });
  for (const { name } of files) {
    if (name.endsWith('.yaml'))
      mistakes.push({ file: `${folder}/${name}`, ...words.otherEnding(name.replace(/yaml$/, 'yml')) });
  }

  const header = dossierFile && read(dossierSchema, dossierFile.value ?? {}, dossierFile, []);
  const topics = entries(dossierFile, ['topics'], 'topic', topicSchema);
  const measures = entries(dossierFile, ['measures'], 'measure', measureSchema);
  const articles = entries(articlesFile, [], 'article', articleSchema);
  const people = entries(peopleFile, [], 'person', personSchema);

  const names = new Map<string, { readonly id: string; readonly line: number }>();
  for (const [id, { name, aliases }] of people) {
    [name, ...aliases].forEach((spelling, position) => {
      const key = foldName(spelling);
      const path = position === 0 ? [id, 'name'] : [id, 'aliases', position - 1];
      const file = peopleFile as YamlFile;
      const owner = names.get(key);
      if (owner === undefined) names.set(key, { id, line: file.lineOf(path) });
      else if (owner.id !== id) {
        refuse(file, path, `person "${id}"`, words.nameTwice(spelling, owner.id, `line ${owner.line}`));
      }
    });
  }

  const placed = claimFiles.flatMap((file) => {
    if (file === undefined || file.value === undefined) return [];
    if (Array.isArray(file.value))
      return file.value.map((value: unknown, position) => ({ file, value, path: [position] }));
    refuse(file, [], undefined, words.notList);
    return [];
  });

  const idOf = (value: unknown) => {
    const id = (value as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? id.trim() : undefined;
  };
  const places = new Map<string, (typeof placed)[number]>();
  for (const entry of placed) {
    const id = idOf(entry.value);
    if (id === undefined) continue;
    const first = places.get(id);
    if (first === undefined) places.set(id, entry);
    else {
      const place = `${first.file.path}:${first.file.lineOf(first.path)}`;
      refuse(entry.file, [...entry.path, 'id'], `claim "${id}"`, words.idTwice(id, place));
    }
  }

  const known: KnownIds = {
    ...(dossierFile && {
      topic: new Set(dossierFile.keysOf(['topics'])),
      measure: new Set(dossierFile.keysOf(['measures'])),
    }),
    ...(articlesFile && { article: new Set(articlesFile.keysOf([])) }),
    ...(peopleFile && { person: new Set(peopleFile.keysOf([])) }),
    ...(!claimFiles.includes(undefined) && { claim: new Set(places.keys()) }),
  };
  const schema = claimSchema(known);
  const claims = placed.flatMap(({ file, value, path }) => {
    const id = idOf(value);
    return (
      read(schema, value, file, path, id === undefined ? `claim number ${Number(path[0]) + 1}` : `claim "${id}"`) ?? []
    );
  });
  for (const circle of findCircles(new Map([...places].map(([id, { value }]) => [id, olderIds(value)])))) {
    const [id] = circle as [string];
    const { file, path } = places.get(id) as (typeof placed)[number];
    refuse(file, [...path, 'supersedes'], `claim "${id}"`, words.circle(circle));
  }

  return {
    mistakes,
    commands: [...topics].flatMap(([id, { command: text }]) => {
      if (text === undefined || dossierFile === undefined) return [];
      const line = dossierFile.lineOf(['topics', id, 'command']);
      return { text, file: dossierFile.path, line, subject: `topic "${id}"` };
    }),
    dossier: () => {
      const { title, vocabulary = {}, policy = {} } = header as z.infer<typeof dossierSchema>;
      const articleMap = withIds<Omit<Article, 'slug'>, Article>(articles, (article, id) => ({ slug: id, ...article }));
      return {
        slug,
        title,
        topics: withIds<Omit<Topic, 'id'>, Topic>(topics, (topic, id) => ({ id, ...topic })),
        measures: withIds<Omit<Measure, 'id'>, Measure>(measures, (measure, id) => ({ id, ...measure })),
        vocabulary: new Map(Object.entries(vocabulary)),
        policy,
        articles: articleMap,
        people: withIds<Omit<Person, 'id'>, Person>(people, (person, id) => ({ id, ...person })),
        claims: linkClaims(claims, articleMap),
      };
    },
  };
}

function olderIds(claim: unknown): readonly string[] {
  const { supersedes } = claim as { supersedes?: unknown };
  return Array.isArray(supersedes) ? supersedes.filter((id) => typeof id === 'string') : [];
}

function withIds<Entry, Whole>(entries: ReadonlyMap<string, Entry>, whole: (entry: Entry, id: string) => Whole) {
  return new Map([...entries].map(([id, entry]) => [id, whole(entry, id)] as const));
}

/** Puts the articles into the reports, and each conflict on both its sides. */
function linkClaims(claims: readonly ReadClaim[], articles: ReadonlyMap<string, Article>): Map<string, Claim> {
  const conflicts = new Map<string, Set<string>>(claims.map(({ id, conflictsWith }) => [id, new Set(conflictsWith)]));
  for (const { id, conflictsWith } of claims) for (const other of conflictsWith) conflicts.get(other)?.add(id);
  return new Map(
    claims.map((claim) => {
      const reports = claim.reports.map((report): Report => {
        const article = articles.get(report.article) as Article;
        return { ...report, article, via: report.via ?? article.chain };
      });
      const conflictsWith = [...(conflicts.get(claim.id) ?? [])];
      return [claim.id, { ...claim, conflictsWith, reports: reports as unknown as Claim['reports'] }];
    }),
  );
}
